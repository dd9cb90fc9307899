"""Someone was told "stage II" years ago, and is now on a second treatment for cancer that has spread."""

import pytest


@pytest.fixture
def asked(person):
    person.opens()
    person.ticks("On a second or later treatment for cancer that has spread", "Stage 1 or 2 (I, II): early")
    person.presses("Show my questions")
    assert person.sees("One quick check")
    return person


def test_one_tap_changes_the_stage(asked):
    asked.presses("Yes. Change my answer")
    assert asked.heading() == "Your questions"
    asked.changes_answers()
    assert asked.is_ticked("Stage 4 (IV): metastatic")


def test_going_on_as_it_is_works_just_as_well(asked):
    asked.presses("No. Go on with my answers")
    assert asked.heading() == "Your questions"
    asked.does("Take off", asked.on_page()[4])
    assert asked.heading() == "Your questions"
    asked.changes_answers()
    assert asked.is_ticked("Stage 1 or 2 (I, II): early")
