"""What holds for all checks; the real bank meets all of them."""

import re
from datetime import date
from pathlib import Path

import pytest

from prep.editorial.lint import RELEASE_CHECKS, check
from prep.editorial.lint.phrasing import (
    double_barrelled,
    leading_question,
    no_question_mark,
    passive_voice,
    reading_grade,
)
from prep.editorial.lint.vocabulary import absolute_word
from prep.paths import QUESTIONS

DOCUMENTS = Path(__file__).parents[4] / "shared/sources/documents"
CHECKED = date(2026, 11, 30)
"""The day on which the real bank's sources were last compared: until then some of them are still to come."""

EXAMPLES = re.compile(r"^ +Bad: (.+)\n +Good: (.+)$", re.MULTILINE)


def test_a_good_question_is_left_in_peace(complaints):
    assert complaints() == []


@pytest.mark.parametrize("one", RELEASE_CHECKS, ids=lambda one: one.__name__)
def test_every_check_shows_what_is_bad_and_what_is_good(one):
    assert EXAMPLES.search(one.__doc__)


@pytest.mark.parametrize(
    "one",
    [reading_grade, leading_question, double_barrelled, passive_voice, absolute_word, no_question_mark],
    ids=lambda one: one.__name__,
)
def test_the_bad_example_is_found_and_the_good_one_is_not(one, complaints):
    bad, good = EXAMPLES.search(one.__doc__).groups()
    name = one.__name__.replace("_", "-")
    assert [said for said in complaints(text=bad) if said.endswith(f"[{name}]")]
    assert complaints(text=good) == []


@pytest.mark.slow
def test_the_real_bank_has_nothing_to_mend():
    assert [str(problem) for problem in check(QUESTIONS, CHECKED)] == []


@pytest.mark.slow
@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not beside this checkout")
def test_the_real_banks_words_are_its_own():
    assert [str(problem) for problem in check(QUESTIONS, CHECKED, DOCUMENTS)] == []
