"""Knows the lines of our template again where they were left in a list: they are no visits."""

from prep.batch.cells.headings import NAME, WITH
from prep.batch.files.records import REMARK, Record
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings


def shows_answers(record: Record, known: KnownHeadings) -> bool:
    """Return whether behind the sign there is nothing but one answer of each column, as the template shows them."""
    cells = zip(known.columns, map(plain, record.cells), strict=False)
    sign, *answers = [(column, cell) for column, cell in cells if cell] or [(None, "")]
    return sign[1] == REMARK and bool(answers) and all(column and cell in column.allowed for column, cell in answers)


def is_example(record: Record, known: KnownHeadings) -> bool:
    """Return whether it bears the names of the template's example, whatever a spreadsheet made of its day."""
    own = {column.id: cell == column.example for column, _heading, cell in known.pairs(record.cells)}
    return own.get(NAME, False) and own.get(WITH, False)
