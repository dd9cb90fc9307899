"""Headings are known by the names that schedules use; no two mean one thing by accident."""

from collections import Counter
from io import BytesIO

import pytest

from prep.batch.cells.columns import by_heading, columns
from prep.batch.cells.heading_parts import column_of
from prep.batch.cells.headings import USUAL
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits
from prep.i18n import Translator
from prep.text import letters_and_digits

ENGLISH = {"en": Translator("en")}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Pt Name:", "visit_name"), ("PATIENT", "visit_name"), ("Appt. Date", "visit_date"), ("Seen by", "visit_with"),
        ("Date of visit", "visit_date"), ("Provider", "visit_with"), ("stage", "stage"), ("ER", "er-pr/ER"),
        ("PR status", "er-pr/PR"), ("ER/PR", "er-pr"), ("HER-2/neu", "her2"), ("treatment", "treatment"),
        ("Current medications", "treatments-now"), ("Prior Tx", "treatments-before"), ("histology", "kind"),
    ],
)  # fmt: skip
def test_usual_headings_are_known(bank, heading, column):
    assert by_heading(columns(bank, ENGLISH))[letters_and_digits(heading)].id == column


@pytest.mark.parametrize("heading", ["MRN", "DOB", "Insurance", "Phone", "Comments", "Initial stage", "Visit no"])
def test_what_is_not_needed_is_none_of_our_columns(bank, heading):
    assert letters_and_digits(heading) not in by_heading(columns(bank, ENGLISH))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Dx / ICD10", "dx"), ("Dx/ICD-10", "dx"), ("Diagnosis (ICD-10)", "dx"), ("ICD-10: Diagnosis", None),
        ("Dx/Stage", "dx"),
        ("Pt Name (Last, First)", "patient"), ("Patient [preferred]", "patient"),
        ("Appt Date (MM/DD/YYYY)", "appt date"),
        ("ER/PR (IHC)", "ER/PR"), ("ER (pos/neg)", "ER"), ("Stage (AJCC 8)", "stage"), ("Diagnosis (Dx)", "dx"),
        ("Patient / MRN", None), ("Name (MRN)", None), ("Name / DOB", None), ("Dx / Tx", None), ("ER / HER2", None),
        ("(preferred)", None), ("Time / Code", None),
    ],
)  # fmt: skip
def test_a_heading_of_parts_means_what_its_known_part_does_if_no_other_means_anything(bank, heading, column):
    known = by_heading(columns(bank, ENGLISH))
    assert column_of(heading, known) is (known[letters_and_digits(column)] if column else None)


def test_a_record_number_beside_a_name_is_not_read(bank):
    content = b'"Patient (Last, First)",Dx / ICD10,Patient / MRN\n"Lee, Ann",TNBC C50.911,4711\n'
    (row,) = open_visits(BytesIO(content), columns(bank, ENGLISH), bank).rows()
    assert (row.visit.name, row.answers.to("er-pr")) == ("Lee, Ann", {"negative"})
    assert row.cells == ("Lee, Ann", "TNBC C50.911")


def test_no_heading_of_ours_is_one_of_the_banks(bank):
    ours = {letters_and_digits(name) for names in USUAL.values() for name in names}
    banks = {letters_and_digits(name) for field in bank.fields for name in (field.id, *field.columns)}
    parts = {letters_and_digits(name) for field in bank.fields for names in field.parts.values() for name in names}
    assert ours.isdisjoint(banks | parts)
    assert banks.isdisjoint(parts)
    assert max(Counter(letters_and_digits(name) for names in USUAL.values() for name in set(names)).values()) == 1


def test_a_title_above_the_headings_does_no_harm(small):
    content = b"Knee clinic,,\nDate: Nov 24,,\n\nPt,Side,MRN\nAnn,left,4711\n"
    (row,) = open_visits(BytesIO(content), columns(small, ENGLISH), small).rows()
    assert (row.number, row.visit.name, row.answers.to("side")) == (5, "Ann", {"left"})


def test_a_column_that_is_called_by_the_sign_of_remarks_makes_no_remark_of_the_headings(small):
    content = b"#,Pt,Side\n1,Ann,left\n# a remark\n"
    (row,) = open_visits(BytesIO(content), columns(small, ENGLISH), small).rows()
    assert (row.visit.name, row.answers.to("side")) == ("Ann", {"left"})


@pytest.mark.parametrize("row", [b"482001,Lee,MD,early", b"482001,Lee,HR", b"482001.0,Stage,Lee"])
def test_the_first_visit_of_a_list_without_headings_is_not_taken_for_them(bank, row):
    with pytest.raises(VisitsError) as error:
        open_visits(BytesIO(row + b"\n" + row + b"\n"), columns(bank, ENGLISH), bank)
    assert "must name the columns" in error.value.trouble.told(ENGLISH["en"])


def test_a_first_and_a_last_name_are_one(small):
    (row,) = open_visits(BytesIO(b"Last name,First name,side\nLee,Ann,left\n"), columns(small, ENGLISH), small).rows()
    assert row.visit.name == "Ann Lee"


def test_a_line_whose_cells_cannot_be_told_apart_hides_what_may_be_a_record_number(small):
    visits = open_visits(BytesIO(b'MRN,name,side\n4711,"Ann" Lee,left\n4712,Bo,left\n'), columns(small, ENGLISH), small)
    bad, _good = visits.rows()
    assert bad.cells == ()
    assert "471" not in visits.kept()
