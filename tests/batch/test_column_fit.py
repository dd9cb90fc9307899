"""A heading that may mean something else, or holds a slip of a key, is read if the cells below it are of its kind."""

from datetime import date
from io import BytesIO

import pytest

from prep.batch.cells import dates
from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


@pytest.fixture
def visit(bank, monkeypatch):
    """Return the visit of a list of one row."""
    monkeypatch.setattr(dates, "today", lambda: date(2026, 11, 20))

    def visit(headings, cells):
        (row,) = open_visits(BytesIO(f"{headings}\n{cells}\n".encode()), columns(bank, ENGLISH), bank).rows()
        return row.visit

    return visit


@pytest.mark.parametrize(
    "heading",
    ["Appt Time", "Appt date/time", "Clinic date", "When", "Visit", "Slot", "Termin", "Seen on", "Apointment date"],
)
def test_a_column_of_days_is_the_day(visit, heading):
    assert visit(f"Name,Stage,{heading}", "Ann,II,11/24/2026 08:00 AM").day == date(2026, 11, 24)


@pytest.mark.parametrize("heading", ["Appt Time", "When", "Slot", "Visit"])
@pytest.mark.parametrize("cell", ["08:00 AM", "new patient", ""])
def test_a_column_of_times_alone_is_none(visit, heading, cell):
    assert visit(f"Name,Stage,{heading}", f"Ann,II,{cell}").day is None


@pytest.mark.parametrize("heading", ["Seen on", "When"])
def test_the_day_by_its_own_name_is_the_day(visit, heading):
    assert visit(f"Name,{heading},Appt date", "Ann,2026-05-02,2026-11-24").day == date(2026, 11, 24)


@pytest.mark.parametrize("heading", ["Pateint name", "Patient’s name", "Nachname, Vorname", "Name, first name"])
def test_a_column_of_names_is_the_name(visit, heading):
    assert visit(f'"{heading}",Stage', '"Lee, Ann",II').name == "Lee, Ann"


def test_a_column_of_numbers_is_no_name(visit):
    assert visit("Pateint name,Stage", "48213,II").name == ""


@pytest.mark.parametrize("heading", ["Consultant", "Arzt", "Seeing", "Clinician", "MD"])
def test_whom_the_visit_is_with(visit, heading):
    assert visit(f"Name,Stage,{heading}", "Ann,II,Dr. Lee").with_whom == "Dr. Lee"


@pytest.mark.parametrize("heading", ["Referring provider", "Prior diagnosis"])
def test_what_looks_like_a_slip_and_is_another_thing_is_not_read(bank, heading):
    listed = open_visits(BytesIO(f"Name,Stage,{heading}\nAnn,II,Lee Bo\n".encode()), columns(bank, ENGLISH), bank)
    assert listed.known.not_read == (heading,)
