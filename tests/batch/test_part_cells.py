"""What lists ask in several columns is put together, and left open while it depends on one that says nothing."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = Translator("en")


@pytest.fixture
def row(bank):
    def row(er, pr, headings="ER,PR", more="\n+,+"):
        content = f"stage,{headings}\nII,{er},{pr}{more.replace(chr(10), chr(10) + 'II,')}\n".encode()
        return next(open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows())

    return row


@pytest.mark.parametrize(
    ("er", "pr", "meant"),
    [
        ("+", "-", {"positive"}), ("neg", "pos", {"positive"}), ("pos", "", {"positive"}), ("", "PR+", {"positive"}),
        ("-", "-", {"negative"}), ("ER neg", "PR negative", {"negative"}), ("neg", "pending", {"waiting"}),
        ("pending", "pending", {"waiting"}), ("pos (95%)", "neg (0%)", {"positive"}),
        ("95%", "80%", {"positive"}), (">95%", "", {"positive"}), ("0%", "<1%", {"negative"}),
        ("0%", "10%", {"positive"}),
        ("pos (5%)", "", {"positive"}), ("5%", "", set()), ("<10%", "<10%", set()), ("neg (95%)", "0%", set()),
        ("pos (0%)", "", set()), ("120%", "", set()), ("~90%", "", set()), ("0.95", "", set()), ("95", "", set()),
        ("neg", "", set()), ("", "neg", set()), ("neg", "unknown", set()), ("neg", "?", set()), ("", "", set()),
    ],
)  # fmt: skip
def test_either_positive_is_positive_and_both_negative_negative(row, er, pr, meant):
    assert row(er, pr).answers.to("er-pr") == meant


def test_a_part_alone_is_told_of(row):
    (problem,) = row("neg", "").unread
    assert problem.told(ENGLISH).startswith("ER is “neg”. This is only a part of the answer")


def test_a_lone_dash_is_negative_only_where_a_lone_plus_is_written(row):
    read = row("-", "-", more="")
    assert read.answers.to("er-pr") == set()
    assert "This could mean “negative”, or nothing." in read.unread[0].told(ENGLISH)


@pytest.mark.parametrize(
    ("cell", "meant"), [("+/-", "positive"), ("neg/neg", "negative"), ("-/+", "positive"), ("95%/0%", "positive")]
)
def test_both_parts_may_stand_in_one_cell(bank, cell, meant):
    content = f"ER/PR,stage\n{cell},II\n".encode()
    (row,) = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows()
    assert row.answers.to("er-pr") == {meant}
