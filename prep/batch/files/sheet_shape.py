"""Tells what a sheet's XML says and its values do not: hidden rows, merged cells, formulas without a value, its end.

The library that reads values row by row leaves it out. One pass by events does not, and holds about a byte a row.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import IO
from xml.parsers import expat

MOST_ROWS = 1_048_576
"""Rows of a sheet, as Excel has it."""

MOST_BESIDE = 500
"""Merged cells that one row crosses. More of them lie upon each other."""

MOST_EMPTY = 1000
"""Empty rows in a row. To go through a million of them takes long, and nobody sees what stands below."""

SPACE = " "
"""What divides the namespace of an element from its name."""

_AREA = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Area:
    """Cells merged into one that goes over several rows. Only the first of them says what it holds."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int

    def columns(self) -> range:
        """Return the numbers of its columns."""
        return range(self.first_column, self.last_column + 1)


@dataclass(slots=True)
class SheetShape:
    """What there is to know of a sheet before its values are read."""

    last_row: int = 0
    """Below it no cell says anything."""

    last_column: int = 0
    below_gap: int = 0
    """A row that says something below more empty ones than any list has; none where there is no such row."""

    without_value: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The columns of formulas that no program has computed, by row."""

    merged: list[Area] = field(default_factory=list)
    hidden: bytearray = field(default_factory=bytearray)
    """A byte for each row from the first on, as far as any is hidden: 1 for one that nobody sees."""

    def is_hidden(self, row: int) -> bool:
        """Return whether nobody sees the row who opens the file: it was filtered out."""
        return row <= len(self.hidden) and bool(self.hidden[row - 1])

    def hide(self, row: int) -> None:
        """Note that nobody sees the row."""
        self.hidden.extend(bytes(row - len(self.hidden)))
        self.hidden[row - 1] = 1

    def covered(self) -> Iterator[frozenset[int]]:
        """Yield of each row, from the first on, the columns of cells that are merged with those above."""
        areas = sorted(self.merged, key=attrgetter("first_row"), reverse=True)
        here: list[Area] = []
        for row in range(1, MOST_ROWS + 1):
            here = [one for one in here if one.last_row >= row]
            if len(here) > MOST_BESIDE:
                raise ValueError
            yield frozenset(column for one in here for column in one.columns())
            while areas and areas[-1].first_row == row:
                here.append(areas.pop())


def shape_of(sheet: IO[bytes]) -> SheetShape:
    """Return the shape of a sheet.

    Raises:
        ValueError: its rows do not follow one another.
        ExpatError: it is no XML.
    """
    walk = _Walk()
    parser = expat.ParserCreate(namespace_separator=SPACE)
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.text
    parser.StartDoctypeDeclHandler = walk.refuse
    parser.ParseFile(sheet)
    return walk.shape


class _Walk:
    """Goes from element to element."""

    def __init__(self) -> None:
        self.shape = SheetShape()
        self._row = self._column = 0
        self._is_formula = self._has_value = self._has_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take what an element tells."""
        match name.rpartition(SPACE)[2]:
            case "row":
                self._enter_row(attributes)
            case "c":
                place = attributes.get("r", "").rstrip("0123456789")
                self._column = _column(place) if place else self._column + 1
                self._is_formula = False
                self._has_value = attributes.get("t") == "str"  # a formula's, which may be no letters at all
                self._has_text = False
            case "f":
                self._is_formula = True
            case "v" | "is":
                self._has_text = False
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def text(self, _letters: str) -> None:
        """Note that an element holds some."""
        self._has_text = True

    def end(self, name: str) -> None:
        """Note what a value or a cell held."""
        ended = name.rpartition(SPACE)[2]
        if ended in {"v", "is"}:
            self._has_value |= self._has_text
        elif ended == "c" and (self._has_value or self._is_formula):
            if self._row - self.shape.last_row > MOST_EMPTY:
                self.shape.below_gap = self._row
            self.shape.last_row = self._row
            self.shape.last_column = max(self.shape.last_column, self._column)
            if not self._has_value:
                self.shape.without_value[self._row].append(self._column)

    def refuse(self, *_declared: object) -> None:
        """Read no words that stand for others: no sheet has any."""
        raise ValueError

    def _enter_row(self, attributes: Mapping[str, str]) -> None:
        row = int(attributes.get("r", self._row + 1))
        if not self._row < row <= MOST_ROWS:
            raise ValueError
        self._row, self._column = row, 0
        if attributes.get("hidden") in {"1", "true"} or attributes.get("ht") == "0":
            self.shape.hide(row)

    def _merge(self, area: str) -> None:
        found = _AREA.fullmatch(area)
        if found and found[2] != found[4]:
            self.shape.merged.append(Area(int(found[2]), int(found[4]), _column(found[1]), _column(found[3])))


def _column(letters: str) -> int:
    """Return the number of a column: A is 1, and AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
