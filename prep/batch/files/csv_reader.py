"""Reads a CSV file as spreadsheets and schedules save it. Whatever is wrong with a row stays with that row."""

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from prep.batch.files.encoding import UTF_8, encoding_of
from prep.batch.files.records import Record
from prep.batch.passed_over import Span, Why
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _
from prep.text import tidy

DELIMITERS = ",;\t|"
"""What may stand between cells; the first where nothing shows which."""

LONGEST = 100_000
"""Characters of a row. The fullest visit has about a thousand."""

START = 4096
"""Bytes by which its letters are known."""

MOST_LINES = 20
"""Lines of one row: spreadsheets let a cell have several."""

FIRST_LINES = 15
"""How far down the headings may stand: schedules print a title, a day or a clinic above them."""

NOT_UTF8 = _("Some letters of this line cannot be read. Save the file again as “CSV UTF-8”.")
NO_DELIMITER = _(
    "The line “%(line)s” says that “%(delimiter)s” stands between the cells. Save the file again as “CSV UTF-8”, with "
    "commas, semicolons, tabs or “|” between them."
)
BAD_QUOTES = _("The quotation marks in this line do not match.")
TOO_LONG = _("This line is far too long for a visit.")
WINDOWS = _(
    "The file is not UTF-8, so its letters were read as Windows saves them. Look at names with accents, or save it "
    "again as “CSV UTF-8”."
)

_TELLS_DELIMITER = re.compile(rf"[\s\"']*sep=(.)[\s\"']*[{DELIMITERS}]*\s*", re.IGNORECASE | re.DOTALL)


class CsvRecords:
    """The rows of a CSV file: UTF-8 with or without a mark, UTF-16, or Windows' own; with any of our delimiters."""

    may_slip = True
    is_sifted = False
    passed_over: Mapping[Why, Sequence[Span]] = {}  # nobody writes to it

    def __init__(self, file: BinaryIO, is_heading: Callable[[str], bool]) -> None:
        """Find out how its cells are divided: as a line says, or so that most of the headings are known.

        Raises:
            VisitsError: a line says that something else than our delimiters divides them.
        """
        self._file = file
        self._is_windows = False
        first = list(islice(self._numbered(), FIRST_LINES + 1))
        self.delimiter = _told_delimiter(first) or max(
            DELIMITERS, key=lambda one: max((sum(map(is_heading, _cells(line, one))) for line in first), default=0)
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to say of the letters."""
        return (WINDOWS,) if self._is_windows else ()

    def records(self) -> Iterator[Record]:
        """Read it from the start. A line that tells the delimiter is no row: a spreadsheet does not show it."""
        lines = (line for line in self._numbered() if not _TELLS_DELIMITER.fullmatch(line))
        for number, line in enumerate(_whole_rows(lines, self.delimiter), 1):
            trouble = self._trouble(line)
            cells = (line,) if trouble == TOO_LONG else _cells(line, self.delimiter)
            if any(map(tidy, cells)):
                yield Record(number, cells, trouble)

    def _trouble(self, line: str) -> str:
        if len(line) > LONGEST:
            return TOO_LONG
        if not _is_text(line):
            return NOT_UTF8
        return "" if _quotes_match(line, self.delimiter) else BAD_QUOTES

    def _numbered(self) -> Iterator[str]:
        """Yield the lines. Bytes that are no letters are kept as lone surrogates, to be told of."""
        self._file.seek(0)
        encoding = encoding_of(self._file.read(START))
        self._file.seek(0)
        lines = io.TextIOWrapper(self._file, encoding, "surrogateescape" if encoding == UTF_8 else "replace")
        try:
            for line in lines:
                yield self._as_windows(line.removesuffix("\n"))
        finally:
            with suppress(ValueError):  # whoever opened the file may have closed it, in the middle of a list
                lines.detach()  # else it would be closed with this

    def _as_windows(self, line: str) -> str:
        """Return a line that is not UTF-8 as Windows in Western countries saves it, where that is possible."""
        if _is_text(line):
            return line
        try:
            read = line.encode("utf-8", "surrogateescape").decode("cp1252")
        except UnicodeError:
            return line
        self._is_windows = True
        return read


def _told_delimiter(lines: Iterable[str]) -> str:
    """Return what a line says that divides cells, as Excel writes it for itself; nothing where none does."""
    found = next(filter(None, map(_TELLS_DELIMITER.fullmatch, lines)), None)
    if found and found[1] not in DELIMITERS:
        raise VisitsError((NO_DELIMITER, {"line": tidy(found[0]), "delimiter": tidy(found[1])}))
    return found[1] if found else ""


def _whole_rows(lines: Iterator[str], delimiter: str) -> Iterator[str]:
    """Yield each row. A cell in quotation marks may have several lines; one mark too many costs its own line only."""
    ahead: deque[str] = deque()
    while True:
        line = ahead.popleft() if ahead else next(lines, None)
        if line is None:
            return
        following: list[str] = []
        row = line
        while row.count('"') % 2 and len(following) < MOST_LINES and len(row) <= LONGEST:
            another = ahead.popleft() if ahead else next(lines, None)
            if another is None:
                break
            following.append(another)
            row = f"{row}\n{another}"
        if following and not _quotes_match(row, delimiter):
            ahead.extendleft(reversed(following))
            row = line
        yield row


def _is_text(line: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in line)


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    return tuple(next(csv.reader([line] if len(line) <= LONGEST else [], delimiter=delimiter), ()))


def _quotes_match(line: str, delimiter: str) -> bool:
    try:
        next(csv.reader([line], delimiter=delimiter, strict=True), ())
    except csv.Error:
        return False
    return True
