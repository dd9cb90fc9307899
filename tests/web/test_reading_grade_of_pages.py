"""The page that each person in `scenarios.yaml` gets is easy to read: the questions on page one, each with its why."""

from functools import cache
from itertools import chain
from statistics import median

import pytest

from prep.checklist.selection import select
from prep.editorial.lint.reading_grade import Measure, measure
from tests.checklist.test_scenarios import PEOPLE, answers_of

MEDIAN = 6
WORST = 7


@pytest.fixture(scope="module")
def grades(bank) -> dict[str, float]:
    """The school grade of each person's page. Words that the glossary explains count as short ones."""
    explained = [term.pattern() for term in bank.terms]

    @cache
    def measured(text: str) -> Measure:
        return measure(text, explained)

    def grade(person) -> float:
        page = select(bank, answers_of(person, bank)).page_one
        texts = chain.from_iterable((pick.question.text, pick.question.why) for pick in page)
        return sum((measured(text) for text in texts), Measure(0, 0, 0)).grade

    return {person["name"]: grade(person) for person in PEOPLE}


def test_half_of_all_pages_read_at_grade_6_or_below(grades):
    assert median(grades.values()) <= MEDIAN


def test_no_page_reads_above_grade_7(grades):
    too_hard = {name: round(grade, 1) for name, grade in grades.items() if grade > WORST}
    assert not too_hard, f"use shorter words in the questions that these people get: {too_hard}"
