"""Parses days as people and spreadsheets write them, by a strict list of formats. None is guessed.

A day with slashes may be two days. A list that holds one which can only be read one way settles it for all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum

from prep.batch.cells.cell_error import CellError
from prep.i18n import noop as _

NO_DATE = _("Write year, month and day, such as 2026-11-24.")
EITHER_DATE = _("This could be two days, by where you are. Write year, month and day, such as 2026-11-24.")
FAR_DATE = _(
    "This is more than two years from today, so it is not printed. Write the day of the visit, such as 2026-11-24."
)

EPOCH = date(1899, 12, 30)
"""Day nought of spreadsheets' numbers, as Excel counts from March 1900 on."""

NEAR = timedelta(days=700)
"""How far from today a bare number may lie. Four years lie between Excel's two ways to count, so it is never both."""

FAR = timedelta(days=750)
"""How far from today a visit may lie. A day of birth, or a year with a slip of the finger, lies farther."""


class DateOrder(Enum):
    """How people write days with slashes: 11/24/2026 or 24/11/2026."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_CLOCK = r"\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[ap]\.?(?:m\.?)?)?"
_TIME = re.compile(rf"(?:,?\s+(?:at\s+)?|T){_CLOCK}(?:\s?[-–]\s?{_CLOCK})?Z?$", re.IGNORECASE)
_FOUR = r"(?:[01]\d|2[0-3])[0-5]\d"
_MILITARY = re.compile(rf"\s+{_FOUR}(?:\s?[-–]\s?{_FOUR})?$", re.ASCII)
"""A time without a colon. It may as well be a year, where what stands before it is no whole day."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})()(\d\d)(\d\d)", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+([a-z]+)\.?,?[\s\-/]+(\d{4}|\d\d)", re.ASCII | re.IGNORECASE
)
_MONTH_FIRST = re.compile(r"([a-z]+)\.?[\s\-]*(\d{1,2})(?:st|nd|rd|th)?,?[\s\-]+(\d{4}|\d\d)", re.ASCII | re.IGNORECASE)
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_FORMS = (_YEAR_FIRST, _NUMBERS, _DAY_FIRST, _MONTH_FIRST)


def today() -> date:
    """Return the day by this machine's clock, for all who name no other one: a test sets it here."""
    return date.today()


def read_day(cell: str, order: DateOrder | None = None, now: Callable[[], date] = today) -> date | None:
    """Return the day that the cell holds, of which the time is dropped.

    Raises:
        CellError: it is none, could be two, or is no visit's.
    """
    if not cell:
        return None
    days = set(_days(cell, order, now))
    if len(days) > 1:
        raise CellError((EITHER_DATE, {}))
    if not days:
        raise CellError((NO_DATE, {}))
    day = days.pop()
    if abs(day - now()) > FAR:
        raise CellError((FAR_DATE, {}))
    return day


def is_day(cell: str, now: Callable[[], date] = today) -> bool:
    """Return whether the cell holds a day, whichever of two it may be; a time alone is none."""
    return any(_days(cell, None, now))


def is_serial(cell: str) -> bool:
    """Return whether a spreadsheet's bare number stands for the day, which people are told."""
    return _SERIAL.fullmatch(cell) is not None


def orders_in(cells: Iterable[str]) -> frozenset[DateOrder | None]:
    """Return the orders in which some of the days can only be read; none among them where some could be either."""
    return frozenset(order for cell in cells for order in _order_of(cell))


def _order_of(cell: str) -> Iterator[DateOrder | None]:
    found = _NUMBERS.fullmatch(_bare(cell))
    if found and found[2] != ".":
        ways = {
            order: days for order in DateOrder if (days := frozenset(_by_numbers(found, order)))
        }  # a day that is the same both ways tells nothing
        if len(ways) == 1:
            yield next(iter(ways))
        elif len(set(ways.values())) > 1:
            yield None


def _days(cell: str, order: DateOrder | None, now: Callable[[], date]) -> Iterator[date]:
    """Yield every day that a cell may mean."""
    bare = _bare(cell)
    if found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = (int(one) for one in found.groups() if one and one.isdigit())
        yield from _day_of(year, month, day)
    elif found := _NUMBERS.fullmatch(bare):
        yield from _by_numbers(found, order)
    elif found := _DAY_FIRST.fullmatch(bare):
        yield from _by_name(found[3], found[2], found[1])
    elif found := _MONTH_FIRST.fullmatch(bare):
        yield from _by_name(found[3], found[1], found[2])
    elif found := _SERIAL.fullmatch(bare):
        counted = EPOCH + timedelta(days=int(found[1]))
        if abs(counted - now()) <= NEAR:
            yield counted


def _bare(cell: str) -> str:
    """Return the day without its weekday and its time."""
    told = _TIME.sub("", _WEEKDAY.sub("", cell)).strip()
    before = _MILITARY.sub("", told)
    return before if any(form.fullmatch(before) for form in _FORMS) else told


def _by_numbers(found: re.Match[str], order: DateOrder | None) -> Iterator[date]:
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    if found[2] != "." and order != DateOrder.DAY_FIRST:
        yield from _day_of(year, first, second)
    if found[2] == "." or order != DateOrder.MONTH_FIRST:
        yield from _day_of(year, second, first)


def _by_name(year: str, month: str, day: str, months: Mapping[str, int] = _MONTHS) -> Iterator[date]:
    if number := months.get(month.casefold()):
        yield from _day_of(_year(year), number, int(day))


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _day_of(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
