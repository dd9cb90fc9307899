"""Finds the headings of a list, and what each means; those that mean nothing here are set aside."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from prep.batch.cells.closest import closest
from prep.batch.cells.column import Column
from prep.batch.cells.heading_parts import column_of
from prep.batch.cells.headings import BY_CELLS, DAY, DIAGNOSIS, FIRST_NAME, LAST_NAME, NAME, ONLY_IF_OFF, PLAIN, USUAL
from prep.batch.cells.other_illness import IllnessWords
from prep.batch.column_fit import ROWS, ColumnFit
from prep.batch.files.csv_reader import FIRST_LINES
from prep.batch.files.records import Record
from prep.batch.formula_guard import plain
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _
from prep.text import letters_and_digits

REASON = "reason"
"""The heading of what we wrote ourselves beside a row to mend."""

SLIPS_IN = (DAY, NAME, FIRST_NAME, LAST_NAME)
"""The columns whose headings may hold a slip of a key. In others it means too much: “prior diagnosis” is none."""

_BY_CELLS = {letters_and_digits(heading): id_ for id_, headings in BY_CELLS.items() for heading in headings}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")

NO_HEADINGS = _("The file is empty. Its first line must name the columns.")
NO_COLUMNS = _("The first line must name the columns, such as name and date. None of its words is a column's.")


@dataclass(frozen=True, slots=True)
class KnownHeadings:
    """The columns of a list."""

    line: int
    """The number of the row that they stand in."""

    headings: tuple[str, ...]
    """All of them, tidied."""

    columns: tuple[Column | None, ...]
    """What each means; none where it is not read."""

    guesses: Mapping[str, str]
    """Of those that are not read, the column that one may be meant for."""

    by_name: Mapping[str, Column]
    """All columns that there are, by what they are called."""

    taken: Mapping[str, str]
    """Of those that are read though their headings are unknown, the heading that each was taken for."""

    @property
    def plain(self) -> tuple[str, ...]:
        """The headings as they are known again, whatever the cells are then."""
        return tuple(self.taken.get(heading, heading) for heading in self.headings)

    @property
    def not_read(self) -> tuple[str, ...]:
        """The headings that mean nothing here, each once."""
        unread = (name for name, column in zip(self.headings, self.columns, strict=True) if not column)
        return tuple(dict.fromkeys(name for name in unread if letters_and_digits(name) not in {"", REASON}))

    def unnamed(self, cells: Sequence[str]) -> Iterator[int]:
        """Yield the place of each cell that says something below no heading."""
        for place, cell in enumerate(cells):
            if cell.strip() and not (place < len(self.headings) and self.headings[place]):
                yield place

    def kept(self, cells: Sequence[str]) -> tuple[str, ...]:
        """Return the cells that are read."""
        padded = (*cells, *[""] * (len(self.columns) - len(cells)))
        return tuple(cell for cell, column in zip(padded, self.columns, strict=False) if column)

    def pairs(self, cells: Sequence[str]) -> Iterator[tuple[Column, str, str]]:
        """Yield column, heading and cell of each that is read; cells tidy, and without what keeps them from running."""
        for column, heading, cell in zip(self.columns, self.headings, cells, strict=False):
            if column:
                yield column, heading, plain(cell)

    def told(self, cells: Sequence[str], id_: str) -> Iterator[tuple[str, str]]:
        """Yield heading and cell of each column of that id: of one column where all would take long."""
        for column, heading, cell in zip(self.columns, self.headings, cells, strict=False):
            if column and column.id == id_:
                yield heading, plain(cell)


def known_headings(
    records: Iterable[Record], by_name: Mapping[str, Column], illnesses: IllnessWords
) -> tuple[KnownHeadings, ColumnFit]:
    """Return the headings, and how the first rows below them fit.

    The headings are the first line that holds two that are known, or else the first that holds one.

    One alone may be a word in somebody's row; a line that holds a bare number beside it is none of headings.

    Raises:
        VisitsError: no line does, or it cannot be read.
    """
    records = iter(records)
    first = list(islice(records, FIRST_LINES))
    if not first:
        raise VisitsError((NO_HEADINGS, {}))
    known = [(sum(column_of(cell, by_name) is not None for cell in one.cells), one) for one in first]
    line = next(
        (one for count, one in known if count > 1),
        next((one for count, one in known if count and not one.is_remark and not _holds_number(one)), None),
    )
    if line is None or line.trouble:
        raise VisitsError(((line or first[0]).trouble or NO_COLUMNS, {}))
    headings = tuple(map(plain, line.cells))
    below = [one for one in (*first, *islice(records, ROWS)) if one.number > line.number]
    fit = ColumnFit([one for one in below if not (one.trouble or one.is_hidden)], illnesses)
    by_heading = [column_of(heading, by_name) for heading in headings]
    meant = [
        (heading, None if column else _by_cells(heading, place, by_name, by_heading, fit))
        for place, (heading, column) in enumerate(zip(headings, by_heading, strict=True))
    ]
    columns = _columns(headings, [column_of(name or heading, by_name) for heading, name in meant])
    taken = {heading: name for (heading, name), column in zip(meant, columns, strict=True) if column and name}
    guesses = _guesses((heading for heading in headings if heading not in taken), by_name)
    return KnownHeadings(line.number, headings, columns, guesses, by_name, taken), fit


def _by_cells(
    heading: str, place: int, by_name: Mapping[str, Column], known: Sequence[Column | None], fit: ColumnFit
) -> str | None:
    """Return the heading that an unknown one was meant for; none where the cells below it are of another kind.

    Beside a diagnosis that is known no second one is taken: a list of problems would tell of other illnesses as well.
    """
    if id_ := _BY_CELLS.get(letters_and_digits(heading)):
        column = by_name.get(PLAIN[id_])
        is_second = id_ == DIAGNOSIS and column in known
        return PLAIN[id_] if column and not is_second and fit.holds(id_, place) else None
    for close in closest(heading, by_name):
        column = by_name[close]
        if column.id in SLIPS_IN and fit.holds(column.id, place):
            return next(name for name in column.names if letters_and_digits(name) == close)
    return None


def _holds_number(record: Record) -> bool:
    return any(_NUMBER.fullmatch(plain(cell)) for cell in record.cells)


def _columns(headings: Sequence[str], found: Sequence[Column | None]) -> tuple[Column | None, ...]:
    """Return what each means. Of two that mean one column of ours, the more exact name is it; the other is not read.

    Two of one name, or several that answer one question of the form, are all read: each row tells whether they agree.
    """
    exact: dict[str, int] = {}
    for heading, column in zip(headings, found, strict=True):
        if column and column.is_own:
            rank = _rank(column, heading)
            exact[column.id] = min(rank, exact.get(column.id, rank))
    return tuple(
        column if column and exact.get(column.id) in {None, _rank(column, heading)} else None
        for heading, column in zip(headings, found, strict=True)
    )


def _rank(column: Column, heading: str) -> int:
    """Return how exact a heading is: those that schedules use are, in their order; “name” may be anybody's.

    One that is known by a part is the least exact.
    """
    names = [letters_and_digits(name) for name in (*USUAL.get(column.id, ()), *column.names)]
    return [*names, letters_and_digits(heading)].index(letters_and_digits(heading))


def _guesses(headings: Iterable[str], by_name: Mapping[str, Column]) -> Mapping[str, str]:
    unread = (heading for heading in headings if not column_of(heading, by_name))
    unknown = (heading for heading in unread if letters_and_digits(heading) not in {"", REASON})
    telling = [name for name, column in by_name.items() if column.id not in ONLY_IF_OFF]
    return {heading: by_name[close].names[0] for heading in unknown for close in closest(heading, telling)}
