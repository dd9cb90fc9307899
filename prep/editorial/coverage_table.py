"""Lays the cells out as one table, with a shade for each and the thin ones marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from prep.bank.bank import Bank
from prep.bank.form_models import Option
from prep.editorial.coverage import Cell, grid_fields

SHADES = 5
THIN_SHARE = 10
"""One cell in this many, those with the fewest questions, is marked as thin."""


@dataclass(frozen=True, slots=True)
class Square:
    """A cell as it is drawn."""

    cell: Cell
    shade: int
    is_thin: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; where answers do not go together there is no square."""

    label: str
    squares: tuple[Square | None, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """The rows that share their first answer."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The table: the last field's options are its columns, all other fields make the rows."""

    asked: tuple[str, ...]
    columns: tuple[str, ...]
    bands: tuple[Band, ...]
    thin: tuple[Cell, ...]
    thin_from: int
    """Cells with no more questions than this are thin."""


def grid(bank: Bank, everyone: Sequence[Cell]) -> Grid:
    """Lay out the cells in `everyone`."""
    *down, across = grid_fields(bank)
    counts = sorted(cell.in_all for cell in everyone)
    thin_from = counts[(len(counts) - 1) // THIN_SHARE]
    squares = {_key(cell): Square(cell, _shade(cell, counts), cell.in_all <= thin_from) for cell in everyone}
    bands = [
        Band(label, tuple(_row(way[1:], way, across.options, squares) for way in ways))
        for label, ways in groupby(product(*(field.options for field in down)), key=lambda way: _label(way[:1]))
    ]
    thin = sorted((cell for cell in everyone if cell.in_all <= thin_from), key=lambda cell: cell.in_all)
    asked = tuple(field.label for field in (*down, across))
    return Grid(asked, tuple(option.label for option in across.options), tuple(bands), tuple(thin), thin_from)


def _row(
    named: Sequence[Option], way: Sequence[Option], columns: Sequence[Option], squares: Mapping[tuple[str, ...], Square]
) -> Row:
    keys = [tuple(option.id for option in (*way, column)) for column in columns]
    return Row(_label(named), tuple(squares.get(key) for key in keys))


def _key(cell: Cell) -> tuple[str, ...]:
    return tuple(option.id for _field, option in cell.chosen)


def _label(options: Sequence[Option]) -> str:
    return " + ".join(option.label for option in options) or "Everyone"


def _shade(cell: Cell, counts: Sequence[int]) -> int:
    """Return 0 for the fewest questions, up to `SHADES - 1` for the most."""
    fewest, most = counts[0], counts[-1]
    return round((SHADES - 1) * (cell.in_all - fewest) / (most - fewest)) if most > fewest else SHADES - 1
