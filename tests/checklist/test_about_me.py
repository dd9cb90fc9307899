"""The line about the person: what a clinician must know, and nothing that exposes anybody."""

from prep.checklist.about_me import about_me
from prep.checklist.answers import Answers
from prep.i18n import Translator

ENGLISH = Translator("en")
PRIVATE = ("money", "intimacy", "outlook")


def told(bank, **answers):
    return about_me(bank, Answers.of({field.replace("_", "-"): chosen for field, chosen in answers.items()}), ENGLISH)


def test_it_tells_stage_type_phase_and_medicines_in_a_clinicians_order(bank):
    line = told(
        bank,
        her2=["negative"],
        stage=["metastatic"],
        er_pr=["positive"],
        treatment=["metastatic-on-first"],
        treatments_now=["palbociclib", "aromatase-inhibitor"],
        kind=["lobular"],
    )
    assert line.illness == (
        "stage 4, metastatic",
        "ER-positive or PR-positive",
        "HER2-negative",
        "lobular",
        "on the first treatment for cancer that has spread",
        "now: an aromatase inhibitor, palbociclib",
    )


def test_not_being_sure_is_told_of_what_everyone_is_asked_and_of_nothing_else(bank):
    line = told(bank, stage=["unsure"], treatments_now=["unsure"], kind=["unsure"])
    assert line.illness == ("not sure of the stage",)


def test_a_form_left_blank_tells_nothing(bank):
    assert told(bank).illness == ()
    assert told(bank).on_my_mind == ()


def test_age_family_illnesses_and_insurance_are_never_in_it(bank):
    kept_back = {
        "age": ["75-or-older"],
        "menopause": ["before"],
        "about_me": ["help-with-tasks", "not-insured", "children-at-home", "heart"],
        "region": ["united-states"],
        "spread": ["brain"],
        "tests": ["brca"],
    }
    assert told(bank, **kept_back).illness == ()


def test_worries_are_kept_apart_and_private_ones_are_in_neither(bank):
    line = told(bank, stage=["early"], concerns=["feelings", "side-effects", *PRIVATE])
    assert line.illness == ("stage 1 or 2",)
    assert line.on_my_mind == ("Side effects", "Worry and low mood")


def test_the_bank_calls_money_sex_and_what_lies_ahead_private(bank):
    assert {option.id for option in bank.concerns if option.private} == set(PRIVATE)
