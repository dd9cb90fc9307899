"""Each check meets one bad bank; the real bank meets all of them."""

import re
from datetime import date
from pathlib import Path

import pytest

from prep.lint import CHECKS, check
from prep.paths import QUESTIONS
from tests.conftest import BANKS

TODAY = date(2026, 11, 22)
DOCUMENTS = Path(__file__).parents[2] / "shared/sources/documents"

QUESTION = """
  - id: extra
    section: life
    text: {text}
    why: {why}
    sources: [{{id: knee-book, at: Page 9}}]
    source_checked: {checked}
"""


@pytest.fixture
def complaints(tmp_path):
    """Return what lint says about the small bank with one more question in it."""

    def about(
        text="Can I swim with this knee?",
        why="Swimming is fun.",
        checked="2026-01-06",
        more="",
        documents=None,
    ):
        bank = (BANKS / "small.yaml").read_text(encoding="utf-8") + QUESTION.format(text=text, why=why, checked=checked)
        (tmp_path / "bank.yaml").write_text(bank.replace("sections:", more + "sections:", 1), encoding="utf-8")
        return [problem.message for problem in check(tmp_path / "bank.yaml", TODAY, documents)]

    return about


def test_a_good_question_is_left_in_peace(complaints):
    assert complaints() == []


def test_a_question_of_more_than_25_words(complaints):
    (said,) = complaints(text="Can I " + "really " * 24 + "swim?")
    assert said == "question 'extra': 27 words; at most 25 can be said in one breath [too-long]"


def test_a_statement(complaints):
    assert complaints(text="Tell me about swimming.") == [
        "question 'extra': does not end with a question mark [no-question-mark]"
    ]


def test_two_questions_that_say_the_same(complaints):
    (said,) = complaints(text="How far may I walk then?")
    assert "says nearly the same as 'walk'" in said


@pytest.mark.parametrize("word", ["mastectomy", "tamoxifen", "PD-L1", "IHC", "palbociclib", "CDK4/6", "chemotherapy"])
def test_a_medical_word_that_nobody_explains(complaints, word):
    (said,) = complaints(text=f"What about {word} for me?")
    assert said == f"question 'extra': {word!r} looks like a medical word; explain it in `terms` [unexplained-term]"


def test_sources_that_were_not_looked_at_for_a_year(complaints):
    assert "over a year ago" in complaints(checked="2025-11-21")[0]
    assert complaints(checked="2025-11-22") == []


def test_sources_that_were_looked_at_in_the_future(complaints):
    assert "still to come" in complaints(checked="2027-01-01")[0]


def test_a_source_that_nobody_names(complaints):
    spare = "  - {id: spare, publisher: Knee Press, title: Spare, checked: 2026-01-05}\n\n"
    assert complaints(more=spare) == ["source 'spare': no question names this source [unused-source]"]


def test_a_sentence_that_is_a_sources_own(complaints, tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents/book.txt").write_text("You can always swim with a knee that is well-oiled and loved.")
    (said,) = complaints(why="You can always swim with a knee that is rusty.", documents=tmp_path / "documents")
    shared = "you can always swim with a knee that"
    assert said == f"question 'extra': why stands word for word in a source: {shared!r} [shared-wording]"


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_shows_what_is_bad_and_what_is_good(one):
    assert re.search(r"^ +Bad: .+\n +Good: .+$", one.__doc__, re.MULTILINE)


def test_the_real_bank_has_nothing_to_mend():
    assert [str(problem) for problem in check(QUESTIONS, TODAY)] == []


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="the source documents are not beside this checkout")
def test_the_real_banks_words_are_its_own():
    assert [str(problem) for problem in check(QUESTIONS, TODAY, DOCUMENTS)] == []
