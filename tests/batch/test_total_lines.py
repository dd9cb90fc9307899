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
     "(no value),,,", "Total patients: 28,,,", "28 ,,12,", "Grand total,,,1", "TOTAL PATIENTS,,,", "AM total: 27,,,",
     "PM total,,3,", "Total seen: 47,,,", "Total visits: 2,,,", "TOTAL PATIENTS,1900-03-16,,", "Total,3/16/1900,,",
     "Total,76,,", "Subtotal,,,", "Patient count: 12,,,", "Total for today,12,,"],
)  # fmt: skip
def test_it_is_passed_over_and_named(opened, bank, line):
    listed = opened("name,date,stage,dx", line)
    for one in (listed, reopen_visits(listed.kept(), columns(bank, {"en": ENGLISH}), bank)):
        assert [row.visit.name for row in one.rows()] == ["Ann Lee"]
        assert "Row 3 only counts others, as a total does, so it is left out." in one.told(ENGLISH)


@pytest.mark.parametrize(
    "line",
    ["Sum,2026-11-24,II,IDC", "Sum,,,IDC", "Total,2026-11-24,2,", "48213,2026-11-24,II,IDC", "(no value),,,IDC", ",,2,",
     "Summer Lee,,,", "Count Basie,,,", "48213,,,IDC", "Total Lee,,,", "Total,11/24/1964,,", "Total,24.11.,,",
     "AM total: 27,,,IDC", "Total seen: 47,11/24/26,,"],
)  # fmt: skip
def test_a_row_that_says_more_is_somebodys(opened, line):
    assert len(list(opened("name,date,stage,dx", line).rows())) == 2


def test_so_is_one_below_a_last_name_or_a_column_that_is_not_read(bank):
    content = (
        b"MRN,Surname,First name,dx\n1,Lee,Ann,IDC\nAM total: 1,,,1\n,Total seen: 47,,\n2,Total,Bo,\nPM total: 1,,,\n"
    )
    listed = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank)
    assert [row.visit.name for row in listed.rows()] == ["Ann Lee", "Bo Total"]
    assert list(listed.passed_over(ENGLISH)) == [
        "Rows 3–4 only count others, as totals do, so they are left out.",
        "Row 6 holds nothing in columns that are read, so it is left out.",
    ]
