"""Columns that tell of the same must agree; where one says it more exactly, that counts."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.rows import BadRow
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def listed(bank):
    def listed(content):
        return open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank)

    return listed


def test_two_columns_that_disagree_count_for_neither_and_are_not_told_as_read(listed):
    visits = listed(b"dx,stage,meds\nMBC,II,letrozole\n")
    (row,) = visits.rows()
    assert row.answers.to("stage") == set()
    assert [one.told(ENGLISH) for one in row.unread] == [
        "dx is “MBC”. stage “II” says something else, so neither counts.",
        "stage is “II”. dx “MBC” says something else, so neither counts.",
    ]
    assert not any("MBC" in line or "II" in line for line in visits.told(ENGLISH))


def test_two_columns_of_one_receptor_that_disagree_leave_it_open(listed):
    (row,) = listed(b"ER,Estrogen receptor,PR\n+,neg,pos\n").rows()
    told = [one.told(ENGLISH) for one in row.troubles]
    assert told == [
        "ER is “+”. Estrogen receptor “neg” says something else, so neither counts.",
        "Estrogen receptor is “neg”. ER “+” says something else, so neither counts.",
    ]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("dx,ER", "TNBC,positive"),
        ("ER,HR", "+,neg"),
        ("ER,receptors", "pos,HR- HER2-"),
        ("ER,PR,ER/PR", "neg,neg,+/+"),
        ("dx,ER", "ER+,neg"),
    ],
)
def test_receptors_that_disagree_leave_the_field_open_and_every_cell_is_named(listed, headings, cells):
    visits = listed(f"name,stage,{headings}\nAnn,II,{cells}\n".encode())
    (row,) = visits.rows()
    assert row.answers.to("er-pr") == set()
    assert "er-pr" in row.left_open
    assert len(row.unread) == 2
    assert not any("ER-" in line for line in visits.told(ENGLISH))


def test_what_another_cell_says_more_exactly_is_not_told_as_read(listed):
    visits = listed(b"dx,HER2\nHR+ HER2-,1+\n")
    list(visits.rows())
    assert "dx “HR+ HER2-” read as: ER-positive or PR-positive, 1 row" in visits.told(ENGLISH)


def test_nothing_is_told_as_read_of_a_row_that_is_left_out(listed):
    visits = listed(b"name,dx,stage\nAnn,Lung ca,IV\n")
    list(visits.rows())
    assert list(visits.told(ENGLISH)) == []


def test_the_more_exact_of_two_counts(listed):
    (row,) = listed(b"dx,HER2\nHR+ HER2-,1+\n").rows()
    assert (row.answers.to("her2"), row.unread) == ({"low"}, ())


def test_medicines_of_several_columns_are_all_had(listed):
    (row,) = listed(b"tx,meds\nletrozole,Xgeva\n").rows()
    assert row.answers.to("treatments-now") == {"aromatase-inhibitor", "bone-medicine"}


def test_only_a_row_of_which_no_answer_can_be_read_is_left_out(listed):
    kept, lost, plain = listed(b"name,dx,stage\nAnn,r/o mets,II\nBo,r/o mets,\nCy,,\n").rows()
    assert kept.answers.to("stage") == {"early"}
    assert isinstance(lost, BadRow)
    assert plain.visit.name == "Cy"


def test_a_row_that_may_be_of_another_illness_is_left_out_whatever_else_it_says(listed):
    lung, organ, ours = listed(b"row,name,dx,stage\n7,Ann,Lung ca,IV\n8,Bo,Lung,IV\n9,Cy,MBC lung,IV\n").rows()
    assert [type(one) for one in (lung, organ)] == [BadRow, BadRow]
    assert lung.number == 7
    assert (
        lung.troubles[0]
        .told(ENGLISH)
        .startswith("dx is “Lung ca”. This may be another illness, so the row is left out.")
    )
    assert ours.answers.to("spread") == {"lung"}


def test_each_value_is_told_once_with_its_rows_the_most_frequent_first(listed):
    visits = listed(b"MRN,stage,HER2\n1,IV,1+\n2,early,1+\n3,IV,1+\n")
    list(visits.rows())
    assert list(visits.told(ENGLISH)) == [
        "No names were found, so the pages bear none. Call the column of names “Name”, and send the list again.",
        "Not read, and in no file we make: MRN.",
        "HER2 “1+” read as: HER2-low, 3 rows",
        "stage “IV” read as: stage 4, metastatic, 2 rows",
    ]


def test_a_page_is_printed_without_a_day_that_no_visit_can_be_on(listed):
    (row,) = listed(b"name,date,stage\nAnn,11/24/2062,II\n").rows()
    assert (row.visit.day, row.answers.to("stage")) == (None, {"early"})
    assert [one.column for one in row.unread] == ["date"]


def test_a_tag_of_billing_is_no_illness_of_the_liver(listed):
    said = "Malignant neoplasm of upper-outer quadrant of left breast in female, estrogen receptor positive (HCC)"
    epic, mets, liver = listed(
        f'dx,stage\n"{said}",II\nBreast cancer metastasized to bone (HCC),\nHCC,IV\n'.encode()
    ).rows()
    assert (epic.answers.to("er-pr"), epic.unread) == ({"positive"}, ())
    assert (mets.answers.to("stage"), mets.answers.to("spread")) == ({"metastatic"}, {"bone"})
    assert isinstance(liver, BadRow)
