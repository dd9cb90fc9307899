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
        ("pos (0%)", "", set()), ("120%", "", set()), ("~90%", "", set()), ("0.95", "", set()),
        ("95", "", {"positive"}), ("ER 90", "PR 40", {"positive"}), ("ER 5", "", set()),
        ("0", "0", {"negative"}), ("8", "", set()), ("300", "", set()),
        ("pos 8/8", "pos 6/8", {"positive"}), ("8/8", "0/8", {"positive"}), ("0/8", "2/8", {"negative"}),
        ("0/8", "3/8", {"positive"}), ("3+", "neg", {"positive"}), ("ER 90%", "PR 0%", {"positive"}),
        ("triple neg", "triple neg", {"negative"}), ("pend", "pend", {"waiting"}), ("neg <1%", "neg", {"negative"}),
        ("ER low 3%", "0%", set()), ("neg 8/8", "0/8", set()), ("9/8", "", set()), ("8/8?", "", set()),
        ("1/8/26", "", set()),
        ("Allred 8/8", "Allred 0/8", {"positive"}), ("allred score 0/8", "0/8", {"negative"}),
        ("awaited", "", {"waiting"}),
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
    ("cell", "meant"), [
        ("+/-", "positive"), ("neg/neg", "negative"), ("-/+", "positive"), ("95%/0%", "positive"),
        ("ER 99 PR 60", "positive"), ("ER 95% / PR 0%", "positive"), ("ER 0 PR 0", "negative"),
        ("triple neg", "negative"),
    ],
)  # fmt: skip
def test_both_parts_may_stand_in_one_cell(bank, cell, meant):
    content = f"ER/PR,stage\n{cell},II\n".encode()
    (row,) = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows()
    assert row.answers.to("er-pr") == {meant}


@pytest.mark.parametrize("cell", ["8/8", "ER 5 PR 0", "triple neg?", "ER 99 or PR 60"])
def test_what_may_mean_two_things_is_left_open_and_named(bank, cell):
    content = f"ER/PR,stage\n{cell},II\n".encode()
    (row,) = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows()
    assert (row.answers.to("er-pr"), [one.column for one in row.unread]) == (set(), ["ER/PR"])


def test_what_a_part_says_of_another_field_counts_there(row):
    told = row("triple neg", "triple neg").answers
    assert (told.to("er-pr"), told.to("her2")) == ({"negative"}, {"negative"})


@pytest.mark.parametrize(
    ("er", "pr", "meant"),
    [
        ("95", "0", {"positive"}),
        ("0", "0", {"negative"}),
        ("5", "0", set()),
        ("0.95", "0", set()),
        ("R 95 / L 0", "", set()),
    ],
)
def test_a_bare_number_counts_where_it_means_the_same_as_a_share_and_as_a_score(row, er, pr, meant):
    assert row(er, pr, "ER %,PR %").answers.to("er-pr") == meant


def test_results_may_be_run_together(bank):
    content = b"Name,Stage,Receptors\nAnn,II,ER+PR+HER2-\nBo,II,ER-PR-HER2-\nCy,II,ER+PR\n"
    ann, bo, cy = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank).rows()
    assert (ann.answers.to("er-pr"), ann.answers.to("her2")) == ({"positive"}, {"negative"})
    assert (bo.answers.to("er-pr"), bo.answers.to("her2")) == ({"negative"}, {"negative"})
    assert cy.answers.to("er-pr") == cy.answers.to("her2") == set()
