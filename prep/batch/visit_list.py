"""A list of visits whose headings are understood: reads each row, and tells what is wrong with a cell where it is.

Columns that are none of ours are named once, and go no further than here: a record number reaches no file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from pydantic import ValidationError

from prep.bank.bank import Bank
from prep.batch.cells.column import Column
from prep.batch.cells.columns import by_heading
from prep.batch.cells.dates import DateOrder, orders_in
from prep.batch.cells.heading_parts import column_of
from prep.batch.cells.headings import DAY
from prep.batch.cells.other_illness import IllnessWords
from prep.batch.column_letters import letters_of
from prep.batch.files.csv_reader import CsvRecords
from prep.batch.files.file_kind import FileKind, kind_of
from prep.batch.files.kept_records import LOST, REMARKS, TOLD, KeptRecords, KeptRow
from prep.batch.files.records import Records
from prep.batch.files.workbook import UNPACKED, WorkbookRecords
from prep.batch.heading_report import headings_told
from prep.batch.known_headings import KnownHeadings, known_headings
from prep.batch.passed_over import Span, Why
from prep.batch.reading_report import ReadingReport
from prep.batch.row_problem import VisitsError
from prep.batch.row_reader import RowReader
from prep.batch.rows import BadRow, Row
from prep.batch.unread_diagnosis import hold_unread_diagnosis
from prep.batch.visit_records import VisitRecords
from prep.batch.whose_row import name_in
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import tidy

PLUSES = ("+", "(+)")
NO_HEADING = _("No heading stands above what is in these columns, so they were not read: %(columns)s.")
SETTLED = {
    DateOrder.MONTH_FIRST: _("Days with slashes were read month first, as one of them can only be read so."),
    DateOrder.DAY_FIRST: _("Days with slashes were read day first, as one of them can only be read so."),
}


@dataclass(frozen=True, slots=True)
class Days:
    """How the days of a list are written."""

    order: DateOrder | None
    """As someone said, or as the list itself shows."""

    is_settled_by_list: bool = False
    is_answered: bool = False
    """Some days could be two, and someone said which."""

    is_asked: bool = False
    """Some days could be two, and nothing in the list shows which."""


class VisitList:
    """The visits, which can be read again and again, each time from the first."""

    def __init__(self, records: Records, known: KnownHeadings, bank: Bank, order: DateOrder | None) -> None:
        """Look through the list once: how its days are written, and how many rows it has."""
        self.records, self.known, self.bank = records, known, bank
        self._visits = VisitRecords(records, known)
        self.count = self._named = 0
        self._has_plus = False
        """A cell is a lone plus sign: then a lone dash is no empty cell."""

        self._unnamed = set[int]()
        """The places of columns that hold something and have no heading."""

        self.days = self._days(order)
        self.report = ReadingReport(bank)
        """Of the rows that were read last."""

    @property
    def delimiter(self) -> str:
        """What divides cells where rows are written down again."""
        return self.records.delimiter

    @property
    def headings(self) -> tuple[str, ...]:
        """Those that are read, as they are known again."""
        return self.known.kept(self.known.plain)

    def told(self, translator: Translator) -> Iterator[str]:
        """Yield how the list was read, as lines to read; all of it once its rows have been."""
        yield from self.told_first(translator)
        yield from self.told_at_last(translator)

    def told_first(self, translator: Translator) -> Iterator[str]:
        """Yield what to know before anything is made."""
        return headings_told(self.known, self.count, self._named, translator)

    def told_at_last(self, translator: Translator) -> Iterator[str]:
        """Yield what is known once the rows have been read."""
        yield from self.passed_over(translator)
        yield from self.read_how(translator)

    def passed_over(self, translator: Translator) -> Iterator[str]:
        """Yield which rows were left out as no visits, and why."""
        return self._visits.passed_over.told(translator)

    def hidden(self) -> Sequence[Span]:
        """Return the rows that nobody sees who opens the file, once its rows have been read."""
        return self._visits.passed_over.spans.get(Why.HIDDEN, ())

    def read_how(self, translator: Translator) -> Iterator[str]:
        """Yield how the rest was read."""
        yield from map(translator.gettext, self.records.remarks)
        if self.days.is_settled_by_list and self.days.order:
            yield translator.gettext(SETTLED[self.days.order])
        if self._unnamed:
            columns = ", ".join(letters_of(place) for place in sorted(self._unnamed))
            yield translator.gettext(NO_HEADING) % {"columns": columns}
        yield from self.report.lines(translator)

    def rows(self, assumed: DateOrder | None = None) -> Iterator[Row | BadRow]:
        """Yield each visit in the order of the list; empty lines and remarks are none.

        While it is asked how days are written, either order may be `assumed`.
        """
        self.report = ReadingReport(self.bank)
        reader = RowReader(self.known, self.bank, self.report, self.days.order or assumed, dashes_count=self._has_plus)
        yield from map(reader.row, self._visits)

    def kept(self) -> str:
        """Return the list as text, without the columns that are not read."""
        kept = [KeptRow(number=self.known.line, cells=self.headings)]
        for one in self._visits:
            cells = tuple(map(tidy, one.cells if one.trouble else self.known.kept(one.cells)))
            kept.append(KeptRow(number=one.number, cells=cells, trouble=TOLD.index(one.trouble)))
        said = tuple(REMARKS.index(remark) for remark in self.records.remarks)
        passed_over = {why: tuple(spans) for why, spans in self._visits.passed_over.spans.items()}
        return KeptRecords(
            delimiter=self.delimiter, rows=tuple(kept), said=said, passed_over=passed_over
        ).model_dump_json()

    def _days(self, order: DateOrder | None) -> Days:
        found = orders_in(self._cells_of_days())
        if order or None not in found:
            return Days(order, is_answered=None in found)
        shown = [one for one in found if one]
        return Days(shown[0], is_settled_by_list=True) if len(shown) == 1 else Days(None, is_asked=not shown)

    def _cells_of_days(self) -> Iterator[str]:
        for record in self._visits:
            self.count += 1
            if not record.trouble:
                self._named += bool(name_in(record.cells, self.known))
                self._unnamed.update(self.known.unnamed(record.cells))
                for column, _heading, cell in self.known.pairs(record.cells):
                    self._has_plus |= cell in PLUSES
                    if column.id == DAY:
                        yield cell


def open_visits(
    file: BinaryIO,
    columns: Sequence[Column],
    bank: Bank,
    order: DateOrder | None = None,
    sheet: str | None = None,
    most_unpacked: int = UNPACKED,
) -> VisitList:
    """Return the visits in a file: CSV, or an Excel workbook.

    Raises:
        VisitsError: it is neither, no line of it names columns, or its diagnoses would not be read.
    """
    by_name: Mapping[str, Column] = by_heading(columns)
    records: Records
    if kind_of(file) is FileKind.WORKBOOK:
        records = WorkbookRecords(file, sheet, most_unpacked)
    else:
        records = CsvRecords(file, lambda cell: column_of(cell, by_name) is not None)
    known, fit = known_headings(records.records(), by_name, IllnessWords(bank))
    hold_unread_diagnosis(known, fit)
    return VisitList(records, known, bank, order)


def reopen_visits(kept: str, columns: Sequence[Column], bank: Bank, order: DateOrder | None = None) -> VisitList:
    """Return the visits that `VisitList.kept` wrote down.

    Raises:
        VisitsError: it is something else.
    """
    try:
        records = KeptRecords.model_validate_json(kept)
    except ValidationError as error:
        raise VisitsError((LOST, {})) from error
    known, _fit = known_headings(records.records(), by_heading(columns), IllnessWords(bank))
    return VisitList(records, known, bank, order)
