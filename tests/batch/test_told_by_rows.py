"""What holds for several rows is told once, with their numbers, and is no cell to check in each of them."""

from datetime import date
from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.told_by_rows import MOST_ROWS, MOST_TOLD, ToldByRows
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = Translator("en")
DAY = date(2026, 12, 14)


@pytest.fixture
def opened(bank):
    """Open a list as it is sent."""

    def opened(content):
        return open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank)

    return opened


def test_a_status_that_nobody_can_tell_is_told_once_and_is_nothing_to_check(opened):
    listed = opened(b"name,status\nAnn,Active tx\nBo,Hospice\nCy,Active tx\nDi,Booked\nEd,cx\n")
    assert not any(getattr(row, "unread", ()) for row in listed.rows())
    assert list(listed.told_at_last(ENGLISH)) == [
        "status “Active tx” does not say whether visits take place, so they are printed: rows 2, 4",
        "status “Hospice” does not say whether the visit takes place, so it is printed: row 3",
    ]


def test_who_gets_no_page_is_not_said_to_be_printed(opened):
    listed = opened(b"name,dx,status\nAnn,colon ca,Active tx\n")
    assert [[one.column for one in row.troubles] for row in listed.rows()] == [["dx"]]
    assert list(listed.told_at_last(ENGLISH)) == []


def test_a_name_that_stands_twice_on_one_day_is_told_by_its_rows_alone(opened, bank):
    listed = opened(
        b"name,date,dx\nAnn Lee,2026-12-14,IDC\nAnn Lee,2026-12-15,IDC\nANN LEE ,12/14/2026,\n,2026-12-14,IDC\n"
        b",2026-12-14,IDC\nBo Lee,,IDC\nBo Lee,,IDC\n"
    )
    said = "Rows 2, 4 have the same name and day. Each is printed, as they may be two people, or two visits."
    for one in (listed, reopen_visits(listed.kept(), columns(bank, {"en": ENGLISH}), bank)):
        assert len(list(one.rows())) == 7
        assert [line for line in one.told_at_last(ENGLISH) if "same name" in line] == [said]


def test_of_a_long_list_no_more_is_told_than_anybody_reads():
    told = ToldByRows()
    for number in range(1, 1000):
        told.note_statuses(number, [("status", "Active tx"), ("status", f"on {number}")])
        told.note_visit(number, "Ann", DAY)
    lines = list(told.lines(ENGLISH))
    assert len(lines) == MOST_TOLD + 1
    assert lines[0].endswith(f", {MOST_ROWS}, …")
