"""Knows the line of totals that ends a schedule: it counts patients, and is none."""

import re

from prep.batch.cells.headings import DAY, NAME, ROW
from prep.batch.files.records import NO_VALUE, Record
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings

_OF = r"(?:patients|pts|visits|appts|appointments|clinic|list|seen|booked|scheduled|today)"
_TOTAL = re.compile(
    r"(?:(?:[ap]m|grand|daily|day|weekly|week|overall|clinic|morning|afternoon|patients?|pts?|visits?|appts?) |sub-?)?"
    rf"(?:totals?|sum|summe|gesamt|anzahl|count)(?: (?:(?:of|for) )?{_OF})*"
    rf"\W*(?:[\d.,]+(?: {_OF})*)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\d.,%]+")
_COUNT_BELOW_DAYS = re.compile(r"\d{1,4}|(?:[\d/.-]*[/.-])?190[04](?:[/.-].*)?")
"""What counts below a column of days: a spreadsheet shows 76 there as a day of its first year."""


def is_total(record: Record, known: KnownHeadings) -> bool:
    """Return whether a row says “Total” first, or a number where a name belongs, and nothing but numbers beside it.

    A row that says more is somebody's, whatever stands where the name belongs: it is printed.
    """
    filled = [(place, cell) for place, cell in enumerate(map(plain, record.cells)) if cell]
    if any(_has(known, place, ROW) for place, _cell in filled):
        return False
    if _TOTAL.fullmatch(filled[0][1]):
        return all(_counts(known, place, cell) for place, cell in filled[1:])
    names_number = any(_has(known, place, NAME) for place, _cell in filled)
    return names_number and all(_counts(known, place, cell) for place, cell in filled)


def _counts(known: KnownHeadings, place: int, cell: str) -> bool:
    number = _COUNT_BELOW_DAYS if _has(known, place, DAY) else _NUMBER
    return cell == NO_VALUE or number.fullmatch(cell) is not None


def _has(known: KnownHeadings, place: int, id_: str) -> bool:
    column = known.columns[place] if place < len(known.columns) else None
    return column is not None and column.id == id_
