"""Knows the lines of our template again where they were left in a list: they are no visits."""

from prep.batch.cells.headings import NAME, WITH
from prep.batch.files.records import REMARK, Record
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings


def shows_answers(record: Record, known: KnownHeadings) -> bool:
    """Return whether behind the sign there is nothing but one answer of each column, as the template shows them."""
    filled = ((column, cell) for column, cell in zip(known.columns, record.cells, strict=False) if cell.strip())
    _column, sign = next(filled, (None, ""))
    if sign.strip() != REMARK:
        return False
    answers = [column and plain(cell) in column.allowed for column, cell in filled]
    return bool(answers) and all(answers)


def is_example(record: Record, known: KnownHeadings) -> bool:
    """Return whether it bears the names of the template's example, whatever a spreadsheet made of its day."""
    return all(_is_examples(record, known, id_) for id_ in (NAME, WITH))


def _is_examples(record: Record, known: KnownHeadings, id_: str) -> bool:
    examples = {column.example for column in known.columns if column and column.id == id_}
    return bool(examples) and {cell for _heading, cell in known.told(record.cells, id_)} == examples
