"""Guards cells of CSV files against formula injection: what a spreadsheet would run gets an apostrophe before it.

A cell that begins with “=” or “@” is a formula to a spreadsheet, whoever wrote it. The apostrophe says that it is text;
it is taken off again when the list is read.
"""

from prep.text import tidy

RUN = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that spreadsheets may run."""

APOSTROPHE = "'"


def guarded(cell: str) -> str:
    """Return the cell as no spreadsheet runs it."""
    return APOSTROPHE + cell if cell.startswith(RUN) else cell


def unguarded(cell: str) -> str:
    """Return the cell as it was before `guarded`."""
    return cell[1:] if cell.startswith(tuple(APOSTROPHE + start for start in RUN)) else cell


def plain(cell: str) -> str:
    """Return the cell as it is read: tidy, and without what keeps a spreadsheet from running it."""
    return tidy(unguarded(cell))
