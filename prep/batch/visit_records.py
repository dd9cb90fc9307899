"""Tells which lines of a file are visits, and where the cells of one do not stand below their headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prep.batch.files.csv_reader import DELIMITERS
from prep.batch.files.records import OTHER_DELIMITER, TOO_MANY, Record, Records
from prep.batch.known_headings import KnownHeadings
from prep.batch.template_lines import shows_answers
from prep.text import tidy


@dataclass(frozen=True, slots=True)
class VisitRecords:
    """The rows below the headings, which can be read again and again, each time from the first."""

    records: Records
    known: KnownHeadings

    def __iter__(self) -> Iterator[Record]:
        """Yield each visit. Cells that cannot be told apart may hold what is not for our files."""
        for record in self.records.records():
            if record.number > self.known.line:
                trouble = record.trouble or self._slipped(record.cells)
                if trouble or not self._is_remark(record):
                    hidden = bool(trouble) and (None in self.known.columns or trouble == TOO_MANY)
                    yield Record(record.number, () if hidden else record.cells, trouble)

    def _is_remark(self, record: Record) -> bool:
        return record.is_remark or shows_answers(record, self.known)

    def _slipped(self, cells: Sequence[str]) -> str:
        """Return why the cells do not stand below their headings; nothing where they do."""
        width = len(self.known.columns)
        if not self.records.may_slip:
            return ""
        if any(map(tidy, cells[width:])):
            return TOO_MANY
        is_divided_otherwise = len(cells) == 1 < width and any(cells[0].count(one) > 1 for one in DELIMITERS)
        return OTHER_DELIMITER if is_divided_otherwise else ""
