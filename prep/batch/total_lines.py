"""Knows the line of totals that ends a schedule: it counts patients, and is none."""

import re

from prep.batch.cells.headings import DAY, NAME, ROW
from prep.batch.files.records import NO_VALUE, Record
from prep.batch.formula_guard import plain
from prep.batch.known_headings import KnownHeadings

_TOTAL = re.compile(
    r"(?:grand |sub)?(?:totals?|sum|summe|gesamt|anzahl|count)(?: (?:of )?(?:patients|pts|visits|appts|appointments))?"
    r"\W*(?:[\d.,]+(?: (?:patients|pts|visits|appts|appointments))?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[\d.,%]+")


def is_total(record: Record, known: KnownHeadings) -> bool:
    """Return whether a row says “Total” first, or a number where a name belongs, and nothing but numbers beside it.

    A row that says more is somebody's, whatever stands where the name belongs: it is printed.
    """
    filled = [(place, cell) for place, cell in enumerate(map(plain, record.cells)) if cell]
    place, first = filled[0]
    if any(_has(known, place, ROW) or (_has(known, place, DAY) and cell != NO_VALUE) for place, cell in filled):
        return False
    others = [cell for other, cell in filled if other != place]
    if _TOTAL.fullmatch(first):
        return all(map(_counts, others))
    return any(_has(known, place, NAME) for place, _cell in filled) and all(_counts(cell) for _place, cell in filled)


def _counts(cell: str) -> bool:
    return cell == NO_VALUE or _NUMBER.fullmatch(cell) is not None


def _has(known: KnownHeadings, place: int, id_: str) -> bool:
    column = known.columns[place] if place < len(known.columns) else None
    return column is not None and column.id == id_
