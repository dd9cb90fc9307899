"""A message for a patient portal: a thousand characters, the first three always, and how many more there are."""

from dataclasses import replace
from datetime import date

import pytest

from prep.checklist.answers import Visit
from prep.export.portal_message import MOST, portal_message
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.paper import ANN, ENGLISH, LATER, checklist, own


def test_it_reads_well(small):
    made = checklist(small, {"side": ["left"]}, Visit(day=date(2026, 12, 1)))
    assert portal_message(made, ENGLISH) == (
        "Questions for my visit on December 1, 2026:\n"
        "\n"
        "1. Is the cartilage in my left knee worn?\n"
        "2. How old is my knee?\n"
        "3. How far may I walk?\n"
        "4. When can I dance again?"
    )


def test_a_day_left_out_is_left_out(small):
    assert portal_message(checklist(small, {}, Visit()), ENGLISH).startswith("Questions for my visit:\n")


@pytest.mark.slow
def test_it_is_never_too_long_and_the_first_three_are_always_in_it(bank):
    for person in PEOPLE:
        made = checklist(bank, answers_of(person, bank).by_field)
        message = portal_message(made, ENGLISH)
        assert len(message) <= MOST
        assert all(line.text in message for line in made.top)


def test_it_says_how_many_more_there_are(bank):
    made = checklist(bank, LATER, ANN, own(*[f"{number} " + "x" * 190 for number in range(10)]))
    message = portal_message(made, ENGLISH)
    told = [line for line in made.page_one if line.text in message]
    assert message.endswith(f"I have {len(made.page_one) - len(told)} more questions.")
    assert told == list(made.page_one[: len(told)])


def test_of_one_more_it_speaks_as_of_one(bank):
    long = [replace(line, text="x" * 95) for line in checklist(bank, LATER).page_one]
    made = replace(checklist(bank, LATER), top=tuple(long[:3]), rest=tuple(long[3:10]))
    assert portal_message(made, ENGLISH).endswith("I have 1 more question.")
