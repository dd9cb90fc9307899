"""Days are read as people write them, and never guessed."""

from datetime import date

import pytest

from prep.batch.cells.cell_error import CellError
from prep.batch.cells.dates import DateOrder, read_day


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
