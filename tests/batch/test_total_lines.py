"""The line below a schedule that counts its patients is none; whoever says anything else is somebody."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def opened(bank):
    """Open a list with one row below another."""

    def opened(headings, line):
        content = f"{headings}\nAnn Lee,2026-11-24,II,IDC\n{line}\n".encode()
        return open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank)

    return opened


@pytest.mark.parametrize(
    "line",
    ["Total,,,", "Total: 28,,,", "TOTAL,,28,28", "Summe,,3,", "Count,,,28", "Sum,(no value),(no value),", "28,,,",
     "(no value),,,", "Total patients: 28,,,", "28 ,,12,", "Grand total,,,1"],
)  # fmt: skip
def test_it_is_passed_over_and_named(opened, bank, line):
    listed = opened("name,date,stage,dx", line)
    for one in (listed, reopen_visits(listed.kept(), columns(bank, {"en": ENGLISH}), bank)):
        assert [row.visit.name for row in one.rows()] == ["Ann Lee"]
        assert "Row 3 only counts others, as a total does, so it is left out." in one.told(ENGLISH)


@pytest.mark.parametrize(
    "line",
    ["Sum,2026-11-24,II,IDC", "Sum,,,IDC", "Total,2026-11-24,2,", "48213,2026-11-24,II,IDC", "(no value),,,IDC", ",,2,",
     "Summer Lee,,,", "Count Basie,,,", "48213,,,IDC"],
)  # fmt: skip
def test_a_row_that_says_more_is_somebodys(opened, line):
    assert len(list(opened("name,date,stage,dx", line).rows())) == 2
