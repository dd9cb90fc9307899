"""Visits that were cancelled stand in schedules with a word beside them. None is printed, and each is named."""

from io import BytesIO

import pytest

from prep.batch.cells.cell_error import CellError
from prep.batch.cells.columns import columns
from prep.batch.cells.status import is_off, read_status
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
     "Rescheduled", "Rescheduled to 12/5", "R/S", "Left without being seen", "Deceased"],
)  # fmt: skip
def test_a_visit_that_does_not_take_place_is_known(cell):
    assert is_off(cell)


@pytest.mark.parametrize("cell", ["", "-", "Scheduled", "Confirmed", "Checked In", "New", "Arrived", "Not confirmed"])
def test_a_visit_that_takes_place_is_nothing_to_tell_of(cell):
    assert not is_off(cell)
    read_status(cell)


@pytest.mark.parametrize("cell", ["Moved?", "Cancellation list", "Rescheduled from 11/3", "not cancelled"])
def test_what_nobody_can_tell_is_printed_and_named(cell):
    assert not is_off(cell)
    with pytest.raises(CellError):
        read_status(cell)


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
        assert [trouble.told(ENGLISH["en"]) for trouble in cy.unread] == [
            "Appt status is “Moved?”. This does not say whether the visit takes place, so it is printed."
        ]


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


def _rows(bank, content):
    return open_visits(BytesIO(content.encode()), columns(bank, ENGLISH), bank).rows()
