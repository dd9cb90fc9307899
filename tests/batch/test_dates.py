"""Days are read as people write them, and never guessed."""

from datetime import date
from functools import partial

import pytest

from prep.batch.cells import dates
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.dates import FAR_DATE, DateOrder, orders_in

read_day = partial(dates.read_day, now=lambda: date(2026, 11, 30))


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("2026-11-24", None),
        ("24.11.2026", None),
        ("24.11.2026", DateOrder.MONTH_FIRST),
        ("11/24/2026", None),
        ("24/11/2026", None),
        ("11/24/2026", DateOrder.MONTH_FIRST),
        ("24/11/2026", DateOrder.DAY_FIRST),
    ],
)
def test_a_day_is_read_as_spreadsheets_write_it(cell, order):
    assert read_day(cell, order) == date(2026, 11, 24)


def test_a_day_that_could_be_two_is_asked_about_unless_the_order_is_told():
    with pytest.raises(CellError) as error:
        read_day("03/04/2026", None)
    assert "two days" in error.value.sentences[0][0]
    assert read_day("03/04/2026", DateOrder.MONTH_FIRST) == date(2026, 3, 4)
    assert read_day("03/04/2026", DateOrder.DAY_FIRST) == date(2026, 4, 3)
    assert read_day("04/04/2026", None) == date(2026, 4, 4)


@pytest.mark.parametrize("cell", ["11/24/2026", "٢٠٢٦-١١-٢٤"])
def test_a_day_that_cannot_be_is_none(cell):
    with pytest.raises(CellError):
        read_day(cell, DateOrder.DAY_FIRST)


@pytest.mark.parametrize(
    "cell",
    [
        "11/24/26", "24.11.26", "24-Nov-26", "24 November 2026", "Nov 24, 2026", "November 24th, 2026", "2026/11/24",
        "Tue 11/24/2026", "Tuesday, Nov 24 2026", "2026-11-24 09:30", "2026-11-24T09:30:00", "11/24/26 9:30 AM",
        "20261124", "11-24-2026", "24-NOV-2026", "11/24/2026 0830", "11/24/2026 8:30a", "11/24/26 0830-0900",
        "11/24/2026 8:30 AM - 9:00 AM", "11/24/26 1:30p–2:00p", "2026-11-24 1430", "24 Nov 2026 0830", "24.11.26 0830",
        "Nov 24 2026 2026", "20261124 0830", "Tue 11/24/2026 0830",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(cell):
    assert read_day(cell) == date(2026, 11, 24)


@pytest.mark.parametrize(
    "cell",
    [
        "11/24",
        "24.11.",
        "Nov 24",
        "11/24/2026 0875",
        "11/24/2026 2460",
        "11/24 0830",
        "0830",
        "24.24.26",
        "11.24.26",
        "11.24.2026 0830",
        "next Tuesday",
        "24 Foo 2026",
        "2026",
        "11/2026",
        "1/2/3",
    ],
)
def test_half_a_day_is_none(cell):
    with pytest.raises(CellError):
        read_day(cell)


def test_a_spreadsheets_number_is_a_day_only_near_today():
    assert read_day("46350", now=lambda: date(2026, 11, 30)) == date(2026, 11, 24)
    assert read_day("46350.4", now=lambda: date(2026, 11, 30)) == date(2026, 11, 24)
    for cell, today in [("44888", date(2026, 11, 30)), ("46350", date(2029, 1, 1)), ("12345", date(2026, 11, 30))]:
        with pytest.raises(CellError):
            read_day(cell, now=lambda today=today: today)


@pytest.mark.parametrize("cell", ["11/24/2062", "24.11.1962", "2029-01-01", "Oct 1 2024"])
def test_a_day_years_from_today_is_no_visits(cell):
    with pytest.raises(CellError) as error:
        read_day(cell)
    assert error.value.sentences == ((FAR_DATE, {}),)


@pytest.mark.parametrize("cell", ["2025-01-02", "2028-11-24"])
def test_a_day_within_two_years_may_be_a_visits(cell):
    assert read_day(cell) == date.fromisoformat(cell)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["03/04/2026", "03/25/2026"], {None, DateOrder.MONTH_FIRST}),
        (["03/04/2026", "25/03/2026 10:00"], {None, DateOrder.DAY_FIRST}),
        (["03/25/2026", "25/03/2026"], set(DateOrder)),
        (["03/04/2026", "12.17.26"], {None}),
        (["03/04/2026 0830", "03/25/2026 0900-0930"], {None, DateOrder.MONTH_FIRST}),
        (["04/04/2026", "24.11.2026", "2026-11-24", "", "soon"], set()),
    ],
)
def test_a_list_shows_how_its_days_are_written(cells, found):
    assert orders_in(cells) == found


def test_dots_stand_behind_a_day_and_a_month_that_cannot_be_is_not_guessed():
    """Beside 12.17.26, which can only be read month first, 12.01.26 would be read as a day in January."""
    assert read_day("12.01.27") == date(2027, 1, 12)
    assert read_day("12.01.27", DateOrder.MONTH_FIRST) == date(2027, 1, 12)
    with pytest.raises(CellError):
        read_day("12.17.26", DateOrder.MONTH_FIRST)
