"""Knows the lines that explain a schedule, such as a legend: they stand where names do, and name nobody."""

import re

from prep.batch.cells.headings import NAME
from prep.batch.files.records import Record
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings

_NOTE = re.compile(r"\*.*|.*[=:].*|(?:legend|key|notes?)\s+[-–].*|printed\s+(?:by|on)\s.*", re.IGNORECASE)
"""No name begins so, or holds a colon or a sign for “is”. “Key, Ann” is a name."""


def is_note(record: Record, known: KnownHeadings) -> bool:
    """Return whether a row says one thing only, below the name, and that is none."""
    cells = zip(known.columns, map(plain, record.cells), strict=False)
    filled = [(column.id if column else "", cell) for column, cell in cells if cell]
    return len(filled) == 1 and filled[0][0] == NAME and _NOTE.fullmatch(filled[0][1]) is not None
