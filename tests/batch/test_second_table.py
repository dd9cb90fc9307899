"""Headings that come again are no patient, and others end the list: what is below them answers other questions."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


@pytest.fixture
def opened(bank):
    def opened(content):
        return open_visits(BytesIO(content), columns(bank, ENGLISH), bank)

    return opened


def test_headings_that_a_schedule_repeats_on_every_page_are_named(opened):
    listed = opened(b"MRN,Patient,Provider\n4711,Ann,Dr. Lee\nmrn,PATIENT,Provider\n4712,Bo,Dr. Lee\nMRN,Patient,\n")
    assert [row.visit.name for row in listed.rows()] == ["Ann", "Bo"]
    assert next(listed.passed_over(ENGLISH["en"])) == "Rows 3, 5 repeat the headings, so they are left out."


@pytest.mark.parametrize("second", ["name,HER2,stage", "name,stage,ER", "Room,name,stage,HER2", "Patient name,Dx,HER2"])
def test_a_second_table_with_other_headings_ends_the_list(opened, second):
    with pytest.raises(VisitsError) as error:
        opened(f"name,stage,HER2,,,\nAnn,IV,low\n\n{second}\nBo,negative,positive\n".encode())
    assert error.value.trouble.told(ENGLISH["en"]) == (
        "Row 4 names other columns than the headings above it. Send each table as a list of its own."
    )


@pytest.mark.parametrize(
    "row", ["Ann Day,patient,oncologist,MBC", "Day,patient,,", "Grace,helper,MD,HER2 positive", "name,,,", "stage,,,IV"]
)
def test_a_patient_whose_cells_happen_to_be_headings_is_a_patient(opened, row):
    assert opened(f"name,for,with,dx\n{row}\n".encode()).count == 1
