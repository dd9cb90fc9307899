import re

import pytest

from prep.editorial.lint.word_patterns import gist, runs, unexplained, words


def test_a_compound_is_one_word():
    assert words("Is CDK4/6 the patient’s follow-up?") == ["Is", "CDK4/6", "the", "patient’s", "follow-up"]


def test_order_case_and_plural_do_not_count():
    assert gist("How often are scans?") == gist("ARE SCAN OFTEN, HOW")


def test_runs_go_across_punctuation():
    assert runs("One, two – three. Four!", 3) == [("one", "two", "three"), ("two", "three", "four")]
    assert runs("One, two", 3) == []


@pytest.mark.parametrize("word", ["mastectomy", "biopsy", "BRCA", "PIK3CA", "letrozole", "immunotherapy", "olaparib"])
def test_a_medical_word_stands_out(word):
    assert list(unexplained(f"Do we need {word} now?", [])) == [word]
    assert list(unexplained(f"Do we need {word} now?", [re.compile(word)])) == []


@pytest.mark.parametrize("word", ["copy", "therapy", "home", "happy"])
def test_a_plain_word_does_not(word):
    assert list(unexplained(f"Do we need a {word} now?", [])) == []
