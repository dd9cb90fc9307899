"""Reads whose a row is where it is not read otherwise: nobody finds a person by a number alone."""

from collections.abc import Sequence

from prep.batch.cells.headings import FIRST_NAME, LAST_NAME, NAME
from prep.batch.known_headings import KnownHeadings
from prep.batch.rows import CellValues
from prep.checklist.answers import MAX_TEXT

NAMES = (NAME, FIRST_NAME, LAST_NAME)


def name_in(cells: Sequence[str], known: KnownHeadings) -> str:
    """Return the name in a row, from one column or from two."""
    names = {part: cell for part in NAMES for _heading, cell in known.told(cells, part)}
    return CellValues.model_validate(names).whole_name[:MAX_TEXT]
