import pytest

from prep.checklist.answers import Answers
from prep.checklist.conflicts import Remedy, conflicts
from prep.i18n import Translator


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


@pytest.mark.parametrize(
    ("field", "chosen", "left_out"),
    [
        ("tests", ["nothing-found", "brca"], "nothing-found"),
        ("tests", ["not-tested", "esr1"], "not-tested"),
        ("spread", ["unsure", "bone"], "unsure"),
        ("treatments-now", ["unsure", "tamoxifen"], "unsure"),
    ],
)
def test_an_answer_that_rules_out_others_is_asked_about_beside_them(bank, field, chosen, left_out):
    (conflict,) = conflicts(bank, Answers.of({field: chosen}))
    assert (conflict.field.id, conflict.option.id, conflict.remedy) == (field, left_out, Remedy.LEAVE_OUT)
    label = bank.field(field).option(left_out).label
    assert conflict.question(Translator("en")) == (
        f"You chose “{label}” and something else as well. Should we leave “{label}” out?"
    )


def test_it_may_stand_alone(bank):
    assert conflicts(bank, Answers.of({"tests": ["nothing-found"], "spread": ["unsure"]})) == ()


def test_two_answers_where_one_will_do_are_asked_about_one_by_one(bank):
    first, second = conflicts(bank, Answers.of({"her2": ["negative", "positive"]}))
    assert first.question(Translator("en")) == (
        "You gave two answers to “What is the HER2 result?”. Is “HER2-negative” the right one?"
    )
    assert (second.option.id, second.remedy) == ("positive", Remedy.CHANGE_TO)


def test_not_being_sure_contradicts_nothing(bank):
    told = {"stage": ["no-diagnosis"], "er-pr": ["unsure"], "her2": ["unsure"], "treatment": ["unsure"]}
    assert conflicts(bank, Answers.of(told)) == ()


@pytest.mark.parametrize(
    ("told", "settled_by"),
    [
        ({"stage": ["no-diagnosis"], "er-pr": ["positive"]}, ("stage", "unsure")),
        ({"stage": ["dcis"], "treatment": ["cancer-left"]}, ("stage", "unsure")),
        ({"stage": ["early"], "treatment": ["no-cancer-seen"]}, ("stage", "metastatic")),
        ({"stage": ["early"], "treatment": ["symptom-care"]}, ("stage", "metastatic")),
        ({"stage": ["no-diagnosis"], "concerns": ["fear-of-return"]}, ("stage", "unsure")),
        ({"treatment": ["planned"], "treatments-now": ["tamoxifen"]}, ("treatment", "unsure")),
    ],
)
def test_what_does_not_fit_is_asked_about_kindly_if_it_comes_in(bank, told, settled_by):
    (conflict,) = conflicts(bank, Answers.of(told))
    assert (conflict.field.id, conflict.option.id) == settled_by
