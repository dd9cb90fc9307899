"""Parses days as people and spreadsheets write them. One that could be two days is refused, never guessed."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

from prep.batch.cell_error import CellError
from prep.i18n import noop as _

NO_DATE = _("Write year, month and day, such as 2026-11-24.")
EITHER_DATE = _("This could be two days, by where you are. Write year, month and day, such as 2026-11-24.")


class DateOrder(Enum):
    """How people write days with slashes: 11/24/2026 or 24/11/2026."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


def read_day(cell: str, order: DateOrder | None) -> date | None:
    """Return the day. A spreadsheet rewrites days as its country does: with slashes, or dots and the day first."""
    if not cell:
        return None
    days = set(_days(cell, order))
    if len(days) > 1:
        raise CellError((EITHER_DATE, {}))
    if not days:
        raise CellError((NO_DATE, {}))
    return days.pop()


def _days(cell: str, order: DateOrder | None) -> Iterator[date]:
    """Yield every day that a cell may mean."""
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", cell, re.ASCII):
        year, month, day = map(int, found.groups())
        yield from _day_of(year, month, day)
    elif found := re.fullmatch(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})", cell, re.ASCII):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "/" and order != DateOrder.DAY_FIRST:
            yield from _day_of(year, first, second)
        if found[2] == "." or order != DateOrder.MONTH_FIRST:
            yield from _day_of(year, second, first)


def _day_of(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
