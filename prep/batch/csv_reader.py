"""Reads a list of visits (CSV, as spreadsheets write it), a row at a time. A row is a visit and a line of the file.

Whatever is wrong with a row stays with that row. What is wrong with the headings is wrong with all rows, so it is told
before the first.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from prep.batch import columns as known
from prep.batch.cell_error import CellError
from prep.batch.columns import MEANT, Column
from prep.batch.formula_guard import unguarded
from prep.batch.rows import BadRow, CellValues, Row, RowProblem, row_of
from prep.i18n import noop as _
from prep.text import letters_and_digits, tidy

DELIMITERS = ",;\t"
ROW, REASON = "row", "reason"
"""The columns that a list of rows to mend has beside its own: which row it was, and what was wrong with it."""

LONGEST = 100_000
"""Characters of a line. The fullest visit has about a thousand."""

REMARK = "#"
"""How a line begins that is no visit."""

NO_HEADINGS = _("The file is empty. Its first line must name the columns.")
NO_COLUMNS = _("The first line must name the columns, such as name and date. None of its words is a column's.")
UNKNOWN_HEADING = _("There is no column “%(heading)s”. Correct its name, or delete the column.")
TWICE = _("Two columns are called “%(heading)s”. Delete one.")
NOT_UTF8 = _("This is not UTF-8. Save the file again as “CSV UTF-8”.")
BAD_QUOTES = _("The quotation marks in this line do not match. One visit is one line.")
TOO_MANY = _("There are more cells than headings. Put quotation marks around what holds a comma.")
OTHER_DELIMITER = _("The cells of this line are not divided as the headings are.")
TOO_LONG = _("This line is far too long for a visit.")
SAME_NUMBER = _("Another row has this number.")


class VisitsError(Exception):
    """The file is no list of visits. Holds what to mend in its first line."""

    def __init__(self, *sentences: tuple[str, Mapping[str, str]]) -> None:
        super().__init__()
        self.trouble = RowProblem(sentences)


@dataclass(slots=True)
class VisitList:
    """A list of visits whose headings are understood."""

    headings: tuple[str, ...]
    """As they stand in the file."""

    delimiter: str
    _columns: tuple[Column | None, ...]
    _lines: Iterator[tuple[int, str]]
    _numbers: set[int] = field(default_factory=set)

    def rows(self) -> Iterator[Row | BadRow]:
        """Yield each visit in the order of the file; empty lines and remarks are none."""
        for number, line in self._lines:
            cells = _cells(line, self.delimiter) if len(line) <= LONGEST else (line,)
            if any(map(tidy, cells)) and not tidy(cells[0]).startswith(REMARK):
                yield self._row(number, line, cells)

    def _row(self, line_number: int, line: str, cells: tuple[str, ...]) -> Row | BadRow:
        troubles = [RowProblem([(sentence, {})]) for sentence in self._troubles_of_line(line, cells)]
        meant: dict[str, object] = {}
        if not troubles:
            for column, heading, cell in zip(self._columns, self.headings, cells, strict=False):
                if column:
                    try:
                        meant[column.id] = column.read(tidy(cell))
                    except CellError as error:
                        troubles.append(RowProblem(error.sentences, tidy(heading), tidy(cell)))
        meanings = CellValues.model_validate(meant)
        number = meanings.number or line_number
        if number in self._numbers:
            troubles.append(RowProblem([(SAME_NUMBER, {})], ROW, str(number)))
        self._numbers.add(number)
        return BadRow(number, cells, tuple(troubles)) if troubles else row_of(number, cells, meanings)

    def _troubles_of_line(self, line: str, cells: tuple[str, ...]) -> Iterator[str]:
        others = DELIMITERS.replace(self.delimiter, "")
        if len(line) > LONGEST:
            yield TOO_LONG
        elif not _is_utf8(line):
            yield NOT_UTF8
        elif not _quotes_match(line, self.delimiter):
            yield BAD_QUOTES
        elif any(map(tidy, cells[len(self.headings) :])):
            yield TOO_MANY
        elif len(cells) == 1 < len(self.headings) and any(line.count(one) > 1 for one in others):
            yield OTHER_DELIMITER


def open_visits(file: BinaryIO, columns: Sequence[Column]) -> VisitList:
    """Return the visits in a CSV file: UTF-8 with or without a mark, or UTF-16; commas, semicolons or tabs.

    Raises:
        VisitsError: the first line does not name columns.
    """
    lines = enumerate(_text(file), 1)
    first = next((line for _number, line in lines if tidy(line) and not _tells_delimiter(line)), None)
    if first is None:
        raise VisitsError((NO_HEADINGS, {}))
    if not _is_utf8(first):
        raise VisitsError((NOT_UTF8, {}))
    by_name = known.by_heading(columns)
    cut = {delimiter: _cells(first, delimiter) for delimiter in DELIMITERS}
    delimiter = max(cut, key=lambda one: sum(letters_and_digits(heading) in by_name for heading in cut[one]))
    headings = cut[delimiter]
    return VisitList(headings, delimiter, _understood(headings, by_name), lines)


def _understood(headings: Sequence[str], by_name: Mapping[str, Column]) -> tuple[Column | None, ...]:
    """Return the column that each heading means; none where it is empty or what we wrote ourselves as a reason."""
    found = tuple(by_name.get(letters_and_digits(heading)) for heading in headings)
    if not any(found):
        raise VisitsError((NO_COLUMNS, {}))
    seen = set()
    for heading, column in zip(headings, found, strict=True):
        if not column and letters_and_digits(heading) not in {"", REASON}:
            raise VisitsError((UNKNOWN_HEADING, {"heading": tidy(heading)}), *_guess(heading, by_name))
        if column and column.id in seen:
            raise VisitsError((TWICE, {"heading": tidy(heading)}))
        seen.add(column and column.id)
    return found


def _guess(heading: str, by_name: Mapping[str, Column]) -> Iterator[tuple[str, Mapping[str, str]]]:
    for close in known.closest(heading, by_name):
        yield MEANT, {"meant": by_name[close].names[0]}


def _text(file: BinaryIO) -> Iterator[str]:
    """Yield the lines. Bytes that are not UTF-8 are kept as lone surrogates, to be told of and written back as read."""
    start = file.read(3)
    file.seek(0)
    is_utf16 = start[:2] in {b"\xff\xfe", b"\xfe\xff"}
    encoding, errors = ("utf-16", "replace") if is_utf16 else ("utf-8-sig", "surrogateescape")
    with io.TextIOWrapper(file, encoding, errors) as lines:
        for line in lines:
            yield line.removesuffix("\n")


def _tells_delimiter(line: str) -> bool:
    """Return whether a line is Excel's own: which delimiter follows, and nothing else."""
    return len(line.strip()) <= len("sep=;") and line.lower().startswith("sep=")


def _is_utf8(line: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in line)


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(map(unguarded, next(csv.reader([line], delimiter=delimiter), ())))


def _quotes_match(line: str, delimiter: str) -> bool:
    try:
        next(csv.reader([line], delimiter=delimiter, strict=True), ())
    except csv.Error:
        return False
    return True
