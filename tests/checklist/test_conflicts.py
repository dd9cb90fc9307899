import pytest

from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts


def test_answers_that_seldom_go_together_are_asked_about(small):
    (conflict,) = conflicts(small, Answers.of({"age": ["old"], "implant": ["steel"]}))
    assert conflict.ask == "New knees have implants. Is yours new?"
    assert (conflict.field.id, conflict.option.id) == ("age", "new")


def test_an_answer_left_blank_contradicts_nothing(small):
    assert conflicts(small, Answers.of({"implant": ["steel"]})) == ()


@pytest.mark.parametrize("treatment", ["metastatic-first", "stopped-working", "metastatic-later"])
def test_early_stage_beside_treatment_for_spread_cancer_is_asked_about_once(treatment, bank):
    told = Answers.of({"stage": ["early"], "treatment": [treatment], "spread": ["bone"]})
    (conflict,) = conflicts(bank, told)
    assert (conflict.field.id, conflict.option.id) == ("stage", "metastatic")
