"""Reads a row of a list of visits, and tells what is wrong with a cell where it is: the row is read without it."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from functools import partial

from prep.bank.bank import Bank
from prep.batch.cells.answer_cells import Answered
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.column import Column
from prep.batch.cells.dates import DateOrder, read_day, today
from prep.batch.cells.headings import ATTENDANCE, DAY, DIAGNOSIS, PLAIN, ROW, STATUS, TYPE, WITH
from prep.batch.cells.notations import spaced, without_tags
from prep.batch.cells.other_illness import IllnessWords
from prep.batch.cells.overruling import OverrulingWords
from prep.batch.cells.status import is_off, is_off_among_words, is_off_as_type, is_off_beside_day
from prep.batch.files.records import MERGED, NO_VALUE, Record
from prep.batch.known_headings import KnownHeadings
from prep.batch.read_cells import ReadCells
from prep.batch.reading_report import ReadingReport
from prep.batch.row_answers import RowAnswers
from prep.batch.row_problem import RowProblem
from prep.batch.rows import BadRow, CellValues, Row, row_of
from prep.batch.told_once import ToldOnce
from prep.batch.whose_row import NAMES, name_in
from prep.i18n import noop as _

DASHES = ("-", "−", "–", "—")
DASH = _("This could mean “negative”, or nothing. Write “neg”, or leave the cell empty.")
FAILED = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")
"""What spreadsheets show where a formula failed."""

LONGEST = 2000
"""Characters of a cell that is read. A page of notes has more, and no answer."""

TOO_LONG = _("This is far too long for an answer. Write only what the heading asks.")
SAYS_NOTHING = {
    **dict.fromkeys(FAILED, _("A formula failed here. Write what it should say.")),
    MERGED: _("This cell is merged with the one above. Write into each row what is meant for it."),
    NO_VALUE: _("This formula was never computed. Open the list in your spreadsheet, save it, and send it again."),
}
"""What to do about cells that say nothing themselves."""

WRITE = _("What is true now may be written below “%(column)s”, such as “%(answer)s”.")
SAME_NUMBER = _("Another row has this number.")
CANCELLED = _("This visit does not take place, so it is left out.")
SAY_OFF: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys((STATUS, ATTENDANCE), is_off),
    TYPE: is_off_as_type,
    DAY: is_off_beside_day,
    **dict.fromkeys((*NAMES, WITH), is_off_among_words),
}
"""How our own columns say that a visit does not take place."""

NOTHING_SAID = _("This row says nothing but its number. Fill it in from your own list, or take it out.")


class RowReader:
    """Reads the rows of one list, from its first to its last."""

    def __init__(
        self,
        known: KnownHeadings,
        bank: Bank,
        report: ReadingReport,
        order: DateOrder | None,
        *,
        dashes_count: bool,
    ) -> None:
        columns = tuple(
            replace(column, read=partial(read_day, order=order, now=today)) if column and column.id == DAY else column
            for column in known.columns
        )
        self._known = replace(known, columns=columns)
        self._bank, self._report, self._dashes_count = bank, report, dashes_count
        diagnosis = known.by_name.get(PLAIN[DIAGNOSIS])
        self._diagnosis = diagnosis and diagnosis.id
        self._overruling, self._illnesses = OverrulingWords(bank), IllnessWords(bank)
        self._numbers: set[int] = set()
        self._once = ToldOnce()

    def row(self, record: Record) -> Row | BadRow:
        """Return what a record holds."""
        if record.trouble:
            number = self._numbered(record.number, None)
            return BadRow(number or record.number, record.cells, (RowProblem([(record.trouble, {})]),))
        return self._cancelled(record) or self._understood(record)

    def _cancelled(self, record: Record) -> BadRow | None:
        """Return a visit that does not take place by its line, so that it takes no other row's number."""
        pairs = self._known.pairs(record.cells)
        reasons = tuple(
            RowProblem([(CANCELLED, {})], heading, cell)
            for column, heading, cell in pairs
            if self._says_off(column, cell)
        )
        if not reasons:
            return None
        name = name_in(record.cells, self._known)
        return BadRow(record.number, self._known.kept(record.cells), reasons, name, is_cancelled=True)

    def _says_off(self, column: Column, cell: str) -> bool:
        """Return whether a cell says that the visit does not take place, as that column would say it."""
        if column.id in SAY_OFF:
            return SAY_OFF[column.id](cell)
        return column.id == self._diagnosis and is_off_among_words(cell)

    def _understood(self, record: Record) -> Row | BadRow:
        pairs = tuple(self._known.pairs(record.cells))
        read = self._cells(pairs)
        found, differing = read.answers.settled()
        values, kept = CellValues.model_validate(read.own), self._known.kept(record.cells)
        number, name = self._numbered(record.number, values.number), values.whole_name
        if number is None:
            return BadRow(record.number, kept, (RowProblem([(SAME_NUMBER, {})], "row", str(record.number)),), name)
        if read.other:
            return BadRow(number, kept, tuple(read.other), name)
        if read.unnamed and not read.names_ours and not self._illnesses.are_shown_by(found):
            return BadRow(number, kept, tuple(read.unnamed), name)
        possible = read.answers.possible(found)
        unread = self._told_once(number, read)
        troubles = (*(self._with_advice(one, read, possible) for one in unread), *differing)
        if not found and (read.is_unanswered or differing):
            return BadRow(number, kept, troubles, name)
        if values.number and _filled(pairs) == {ROW}:
            return BadRow(number, kept, (*troubles, RowProblem([(NOTHING_SAID, {})])), name)
        self._report.note_all(read.answers.read_by_words, read.serials)
        self._report.by_rows.note_statuses(number, read.statuses)
        self._report.by_rows.note_visit(number, name, values.day)
        return row_of(number, kept, values, found, troubles, read.answers.left_open, possible)

    def _told_once(self, number: int, read: ReadCells) -> tuple[RowProblem, ...]:
        return tuple(self._once.problem(number, one) for one in read.unread)

    def _with_advice(self, one: RowProblem, read: ReadCells, possible: Container[str]) -> RowProblem:
        """Return what is wrong with a cell, and where an answer may be written that its words only leave possible."""
        for field_id, options in read.leaving.get((one.column, one.value), {}).items():
            asked = self._bank.field(field_id)
            if field_id in possible and asked.kind == "one":
                answer = asked.option(options[0]).words[0]
                return replace(one, sentences=(*one.sentences, (WRITE, {"column": field_id, "answer": answer})))
        return one

    def _cells(self, pairs: Iterable[tuple[Column, str, str]]) -> ReadCells:
        """Read each cell of a row by itself."""
        read = ReadCells(RowAnswers(self._bank))
        for column, heading, cell in pairs:
            said = spaced(without_tags(cell))
            for taken in self._overruling.taken_by(said, column.asks):
                read.answers.take(heading, cell, taken)
            for entry in self._overruling.entries(said, column.asks):
                read.answers.leave(entry)
                read.leaving[heading, cell] = {**read.leaving[heading, cell], **entry.leaves}
            read.names_ours |= self._illnesses.are_asked_by(column.asks) and self._illnesses.names_ours_now(said)
            try:
                read.add(column, heading, cell, self._read(column, said))
            except CellError as error:
                read.leave_out(column, heading, cell, error)
        return read

    def _read(self, column: Column, cell: str) -> object:
        """Return what a cell means. A lone dash is “negative” to some, and an empty cell to others."""
        if len(cell) > LONGEST:
            raise CellError((TOO_LONG, {}))
        if cell in SAYS_NOTHING:
            raise CellError((SAYS_NOTHING[cell], {}))
        meant = column.read(cell)
        if cell in DASHES and not self._dashes_count and isinstance(meant, Answered) and meant.answers:
            raise CellError((DASH, {}))
        return meant

    def _numbered(self, line: int, told: int | None) -> int | None:
        """Return the number of a row, which none has yet: the one it tells, or else that of its line."""
        for number in (told, line):
            if number and number not in self._numbers:
                self._numbers.add(number)
                return number
        return None


def _filled(pairs: Iterable[tuple[Column, str, str]]) -> set[str]:
    return {column.id for column, _heading, cell in pairs if cell}
