"""What is wrong with the headings is wrong for everybody: it is told before anything is made."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def told(bank):
    """Return what is told first of a list."""

    def told(*lines):
        listed = open_visits(BytesIO("\n".join(lines).encode()), columns(bank, {"en": ENGLISH}), bank)
        return list(listed.told_first(ENGLISH))

    return told


def test_a_list_without_names_says_so_and_which_column_may_hold_them(told):
    first, unread = told("Patient data,Stage", "48213,II")
    assert first == (
        "No names were found, so the pages bear none. Is it the column “Patient data”? "
        "Call it “Name”, and send the list again."
    )
    assert unread == "Not read, and in no file we make: Patient data."


def test_or_what_to_call_it(told):
    first, _unread = told("Code,Stage", "48213,II")
    assert first.endswith("Call the column of names “Name”, and send the list again.")


def test_a_list_most_of_whose_rows_have_no_name_says_so(told):
    assert told("Name,Stage", "Ann,II", ",III", ",IV")[0].startswith("Most rows have no name")
    assert told("Last name,First name,Stage", "Lee,Ann,II", "Ray,,III") == []


def test_what_a_heading_was_taken_for_is_told(told):
    assert told("Pateint name,Stage", '"Lee, Ann",II') == [
        "The column “Pateint name” was read as “patient name”, by what stands in it."
    ]


def test_a_heading_that_may_be_meant_for_a_known_one_is_asked_about(told):
    assert told("Name,Stag", "Ann,II") == [
        "Not read, and in no file we make: Stag.",
        "Did you mean “stage” where the list says “Stag”?",
    ]
