"""Visits that were cancelled stand in schedules with a word beside them. None is printed, and each is named."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.cells.status import is_off, is_off_as_type, says_on
from prep.batch.rows import BadRow
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}
LIST = b"""MRN,Patient,Appt status,side
4711,Ann,Confirmed,left
4712,Bo,CANCELLED by patient,left
4713,Cy,Moved?,right
"""


@pytest.mark.parametrize(
    "cell",
    ["Cancelled", "Canceled", "CANCELED - illness", "Cancelled by provider", "cxl", "No show", "No-Show", "NOSHOW",
     "Rescheduled", "Rescheduled to 12/5", "R/S", "Left without being seen", "Deceased", "Deceased 11/28",
     "RIP", "RIP 20/11/2026", "Cancelled by hospital", "passed away", "Passed away on 3/2", "died 3/2", "Pt deceased",
     "Patient died 12/1/26", "DNA 7/12", "expired 11-28-26"],
)  # fmt: skip
def test_a_visit_that_does_not_take_place_is_known(cell):
    assert is_off(cell)


@pytest.mark.parametrize("cell", ["", "-", "Scheduled", "Confirmed", "Checked In", "New", "Arrived", "Not confirmed"])
def test_a_visit_that_takes_place_is_nothing_to_tell_of(cell):
    assert not is_off(cell)
    assert says_on(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "Moved?",
        "Cancellation list",
        "Rescheduled from 11/3",
        "not cancelled",
        "moved to hospice",
        "Rescheduled 11/3",
        "Ripple study",
        "expired referral",
        "Active tx",
    ],
)
def test_what_nobody_can_tell_is_printed_and_named(cell):
    assert not is_off(cell)
    assert not says_on(cell)


def test_it_is_left_out_with_the_reason_and_nothing_else_is(small):
    known = columns(small, ENGLISH)
    listed = open_visits(BytesIO(LIST), known, small)
    for one in (listed, reopen_visits(listed.kept(), known, small)):
        ann, bo, cy = one.rows()
        assert (ann.visit.name, ann.unread) == ("Ann", ())
        assert isinstance(bo, BadRow)
        assert (bo.number, bo.name, bo.is_cancelled) == (3, "Bo", True)
        assert [trouble.told(ENGLISH["en"]) for trouble in bo.troubles] == [
            "Appt status is “CANCELLED by patient”. This visit does not take place, so it is left out."
        ]
        assert (cy.visit.name, cy.unread) == ("Cy", ())
        assert (
            "Appt status “Moved?” does not say whether the visit takes place, so it is printed: row 4"
            in one.read_how(ENGLISH["en"])
        )


def test_what_it_says_is_not_told_as_read(small):
    listed = open_visits(BytesIO(b"name,status,status,side\nAnn,No show,,Left knee\n"), columns(small, ENGLISH), small)
    (row,) = listed.rows()
    assert isinstance(row, BadRow)
    assert list(listed.told(ENGLISH["en"])) == []


@pytest.mark.parametrize("cell", ["abgesagt", "25.11.2026 DNA", "DNA", "11/24/2026 08:00 AM cancelled", "CXL 11/24/26"])
def test_it_may_stand_beside_the_day(bank, cell):
    (ann,) = _rows(bank, f"name,date,dx\nAnn,{cell},IDC\n")
    assert (ann.is_cancelled, ann.name) == (True, "Ann")


@pytest.mark.parametrize(
    "line",
    ["Ann,cancelled per pt", 'Ann,"IDC, cancelled by patient"', "Ann,IDC - no show", '"Lee, Ann (cancelled)",IDC',
     '"CANCELLED - Lee, Ann",IDC', "Ann,pt cancelled"],
)  # fmt: skip
def test_it_may_stand_beside_the_diagnosis_or_the_name(bank, line):
    known = columns(bank, ENGLISH)
    listed = open_visits(BytesIO(f"name,dx\n{line}\n".encode()), known, bank)
    for one in (listed, reopen_visits(listed.kept(), known, bank)):
        assert [row.is_cancelled for row in one.rows()] == [True]


@pytest.mark.parametrize(
    "line",
    ["Ann,2026-11-24,IDC,cancelled surgery", "Ann,2026-11-24,IDC; cancelled surgery,", "Ann,2026-11-24,IDC DNA,",
     "Ann,Nov 24 2026,DNA repair defect,", "Ann,2026-11-24,IDC no show x2,"],
)  # fmt: skip
def test_what_does_not_say_it_of_the_visit_cancels_none(bank, line):
    (ann,) = _rows(bank, f"name,date,dx,treatment\n{line}\n")
    assert not getattr(ann, "is_cancelled", False)


@pytest.mark.parametrize("heading", ["Attendance", "Attended", "Visit type", "Appt type", "Encounter type"])
def test_a_column_that_seldom_tells_of_it_counts_where_it_does_and_is_told_of_nowhere_else(bank, heading):
    content = f"name,{heading},dx\nAnn,FOLLOW UP,IDC\nBo,CANCELLED,IDC\nCy,RAD ONC,IDC\nDi,no show,IDC\nEd,Booked,IDC\n"
    known = columns(bank, ENGLISH)
    listed = open_visits(BytesIO(content.encode()), known, bank)
    for one in (listed, reopen_visits(listed.kept(), known, bank)):
        rows = list(one.rows())
        assert [row.number for row in rows if isinstance(row, BadRow) and row.is_cancelled] == [3, 5]
        assert not any(row.unread for row in rows if not isinstance(row, BadRow))
        assert list(one.told(ENGLISH["en"])) == ["dx “IDC” read as: ductal, 3 rows"]


def test_such_columns_count_beside_each_other_and_beside_a_status(bank):
    content = (
        "name,status,attendance,visit type\nAnn,Booked,DNA,FU\nBo,Booked,,DECEASED\nCy,cx,,FU\nDi,Booked,Booked,FU\n"
    )
    assert [getattr(row, "is_cancelled", False) for row in _rows(bank, content)] == [True, True, True, False]


@pytest.mark.parametrize(("cell", "is_so"), [("DNA", True), ("Cancelled", True), ("NS", False), ("RS 2", False)])
def test_two_letters_among_kinds_of_visits_may_stand_for_one(cell, is_so):
    assert is_off_as_type(cell) == is_so


@pytest.mark.parametrize("heading", ["Appt tine", "Visit tipe", "Attendee"])
def test_nobody_is_asked_to_name_a_column_so(bank, heading):
    listed = open_visits(BytesIO(f"name,{heading}\nAnn,x\n".encode()), columns(bank, ENGLISH), bank)
    assert listed.known.guesses == {}


def _rows(bank, content):
    return open_visits(BytesIO(content.encode()), columns(bank, ENGLISH), bank).rows()
