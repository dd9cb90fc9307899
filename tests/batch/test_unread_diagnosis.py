"""A column of diagnoses that is not read would let a page for this illness go to whoever has another one."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.row_problem import VisitsError
from prep.batch.rows import BadRow
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


@pytest.fixture
def opened(bank):
    """Open a list as it is sent."""

    def opened(*lines):
        return open_visits(BytesIO("\n".join(lines).encode()), columns(bank, ENGLISH), bank)

    return opened


@pytest.mark.parametrize(
    "heading",
    [
        "Primary dx", "Encounter diagnosis", "Diag", "Working dx", "Primary problem", "Dx text", "Visit diagnosis",
        "Path (dx)", "Diagnose", "Diagnóstico", "Reason for visit", "Indication", "Condition", "Disease",
        "Clinical info",
    ],
)  # fmt: skip
def test_whoever_has_another_illness_gets_no_page_whatever_the_column_is_called(opened, heading):
    first, other = opened(f"Name,Stage,{heading}", "Ann,II,IDC L breast", "Bo,III,melanoma").rows()
    assert (first.answers.to("kind"), isinstance(other, BadRow)) == ({"ductal"}, True)


@pytest.mark.parametrize("heading", ["What they have", "Diagnsis", "Notes", "Prior diagnosis", "Problem at hand"])
def test_a_list_is_held_whose_diagnosis_would_not_be_read(opened, heading):
    with pytest.raises(VisitsError) as error:
        opened(f"Name,Stage,{heading}", "Ann,II,IDC L breast", "Bo,III,melanoma", "Cy,,")
    assert error.value.trouble.told(ENGLISH["en"]).startswith(
        f"The column “{heading}” seems to hold the diagnosis, and is not read. Call it “Diagnosis”"
    )


def test_so_is_one_whose_diagnoses_stand_below_no_heading(opened):
    with pytest.raises(VisitsError) as error:
        opened("Name,Stage,", "Ann,II,IDC L breast", "Bo,III,melanoma")
    assert "The column “C” seems to hold the diagnosis" in error.value.trouble.told(ENGLISH["en"])


def test_beside_the_diagnosis_another_column_that_names_other_illnesses_holds_the_list_too(opened):
    with pytest.raises(VisitsError):
        opened("Name,Dx,What they have", "Ann,IDC,IDC", "Bo,,melanoma")
    with pytest.raises(VisitsError):
        opened("Name,Dx,Reason for visit", "Ann,IDC,IDC", "Bo,,melanoma")


def test_so_is_one_whose_kinds_of_visits_name_illnesses_as_nothing_counts_there_but_that_they_are_off(opened):
    with pytest.raises(VisitsError):
        opened("Name,Stage,Visit type", "Ann,II,Breast cancer follow-up", "Bo,III,Lung cancer new")


@pytest.mark.parametrize("cell", ["Prostatakarzinom", "Magenkrebs", "Glioblastoma", "cáncer de colon"])
def test_so_is_one_whose_diagnoses_are_in_another_language(opened, cell):
    with pytest.raises(VisitsError):
        opened("Name,Stage,Was sie haben", f"Bo,III,{cell}")


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Notes", "colon ca 2010"), ("Problem list", "breast ca; anemia"), ("Problems", "anemia"),
        ("Family history", "mother: ovarian ca"), ("PMH", "anemia"), ("Dept", "GI"),
        ("Location", "Cancer Center"), ("Visit type", "Breast cancer follow-up"), ("reason", "Dx is “colon ca”."),
    ],
)  # fmt: skip
def test_what_stands_beside_a_diagnosis_that_is_read_holds_no_list(opened, heading, cell):
    (row,) = opened(f"Name,Dx,{heading}", f"Ann,IDC,{cell}").rows()
    assert row.answers.to("kind") == {"ductal"}


@pytest.mark.parametrize("cell", ["follow-up", "new patient", "port flush"])
def test_a_reason_for_the_visit_that_is_none_costs_nobody_the_page(opened, cell):
    listed = opened("Name,Stage,Reason for visit", f"Ann,II,{cell}")
    (row,) = listed.rows()
    assert (row.unread, listed.known.not_read) == ((), ("Reason for visit",))


def test_a_list_that_is_written_down_again_keeps_the_diagnosis_whatever_cells_are_left(opened, bank):
    listed = opened("Name,Stage,Reason for visit", "Ann,II,IDC", "Bo,III,melanoma", "Cy,II,colon ca")
    kept = listed.kept().replace("melanoma", "unwell").replace("colon ca", "unwell").replace("IDC", "unwell")
    assert "diagnosis" in reopen_visits(kept, columns(bank, ENGLISH), bank).headings
