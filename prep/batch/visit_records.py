"""Tells which lines of a file are visits, and where the cells of one do not stand below their headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from prep.batch.files.csv_reader import DELIMITERS
from prep.batch.files.records import OTHER_DELIMITER, TOO_MANY, Record, Records
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings
from prep.batch.note_lines import is_note
from prep.batch.passed_over import PassedOver, Why
from prep.batch.second_table import HeadingsAgain
from prep.batch.template_lines import is_example, shows_answers
from prep.batch.total_lines import is_total
from prep.batch.whose_row import name_in
from prep.text import tidy

MAY_STAND_IN_CELLS = ",|"


@dataclass(slots=True)
class VisitRecords:
    """The rows below the headings, which can be read again and again, each time from the first."""

    records: Records
    known: KnownHeadings
    passed_over: PassedOver = field(default_factory=PassedOver)
    """What was no visit when they were read last."""

    _again: HeadingsAgain = field(init=False)

    def __post_init__(self) -> None:
        self._again = HeadingsAgain(self.known)

    def __iter__(self) -> Iterator[Record]:
        """Yield each visit. Cells that cannot be told apart may hold what is not for our files."""
        self.passed_over = PassedOver.of(self.records.passed_over)
        below = (record for record in self.records.records() if record.number > self.known.line)
        return below if self.records.is_sifted else self._sifted(below)

    def _sifted(self, below: Iterable[Record]) -> Iterator[Record]:
        """Yield the visits among the rows, and note the others."""
        for record in below:
            trouble = record.trouble or self._slipped(record.cells)
            why = self._why_not(record, trouble)
            if why:
                name = name_in(record.cells, self.known) if why is Why.HIDDEN else ""
                self.passed_over.note(why, record.number, name)
            elif trouble:
                may_tell = None in self.known.columns or trouble == TOO_MANY
                yield Record(record.number, () if may_tell else record.cells, trouble)
            elif not self._is_remark(record):
                yield record

    def _why_not(self, record: Record, trouble: str) -> Why | None:
        """Return why a row is no visit though it looks like one."""
        if record.is_hidden:
            return Why.HIDDEN
        if trouble or self._is_remark(record):
            return None
        if self._again.are_in(record):
            return Why.HEADINGS
        if not any(map(plain, self.known.kept(record.cells))):
            return Why.NOTHING
        if is_total(record, self.known):
            return Why.TOTAL
        if is_note(record, self.known):
            return Why.NOTE
        return Why.EXAMPLE if is_example(record, self.known) else None

    def _is_remark(self, record: Record) -> bool:
        return record.is_remark or shows_answers(record, self.known)

    def _slipped(self, cells: Sequence[str]) -> str:
        """Return why the cells do not stand below their headings; nothing where they do."""
        width = len(self.known.columns)
        if not self.records.may_slip:
            return ""
        if any(map(tidy, cells[width:])):
            return TOO_MANY
        return OTHER_DELIMITER if len(cells) == 1 < width and _is_divided(cells[0]) else ""


def _is_divided(cell: str) -> bool:
    """Return whether a line was not divided that should have been. A name may hold a comma, and answers a pipe."""
    return any(cell.count(one) > (one in MAY_STAND_IN_CELLS) for one in DELIMITERS)
