import pytest

from prep.checklist.answers import Answers
from prep.checklist.matching import Matcher


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({}, True),
        ({"side": ["left", "right"]}, True),
        ({"side": ["right"]}, False),
        ({"side": ["left"], "age": ["unsure"]}, True),
        ({"side": ["left"], "implant": ["steel"]}, False),
    ],
    ids=["no condition", "one of several", "none of them", "left blank is not sure", "many left blank is none"],
)
def test_a_condition_holds_when_each_field_has_one_of_its_options(small, condition, holds):
    assert Matcher(small, Answers.of({"side": ["left"]})).fits(condition) is holds


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ({}, False),
        ({"side": ["right", "left"]}, True),
        ({"side": ["right"]}, False),
        ({"side": ["right"], "age": ["unsure"]}, True),
    ],
    ids=["no condition", "one of several", "none of them", "one field is enough"],
)
def test_a_condition_is_met_in_part_when_any_field_has_one_of_its_options(small, condition, met):
    assert Matcher(small, Answers.of({"side": ["left"]})).meets_any(condition) is met


def test_a_kind_counts_as_what_it_is_a_kind_of(bank):
    told = Matcher(bank, Answers.of({"treatments-now": ["capecitabine"]}))
    assert told.fits({"treatments-now": ["chemotherapy"]})
    assert told.fits({"treatments": ["chemotherapy"]})
    assert not told.fits({"treatments-now": ["taxane"]})


def test_what_is_had_now_or_suggested_is_gathered_and_what_is_over_is_not(bank):
    for field, counts in {"treatments-now": True, "treatments-suggested": True, "treatments-before": False}.items():
        assert Matcher(bank, Answers.of({field: ["tamoxifen"]})).fits({"treatments": ["tamoxifen"]}) is counts


def test_some_answers_bring_only_what_names_them(bank):
    suspected = Matcher(bank, Answers.of({"stage": ["no-diagnosis"]}))
    brought = {question.id for question in bank.questions if suspected.is_for(question)}
    assert {"wait-why", "when-results", "note-taker"} <= brought
    assert not {"what-stage", "what-type", "goal", "can-it-be-cured", "receptor-results"} & brought


def test_only_a_man_who_says_so_is_asked_as_one(bank):
    men = {"men-treatment", "men-hormone", "men-support"}
    for told in ({"menopause": ["does-not-apply"]}, {}, {"about-me": ["pregnant"]}, {"age": ["75-or-older"]}):
        matcher = Matcher(bank, Answers.of(told))
        assert not {question.id for question in bank.questions if matcher.is_for(question)} & men
    man = Matcher(bank, Answers.of({"about-me": ["man"]}))
    assert {question.id for question in bank.questions if man.is_for(question)} >= men


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (["not-started", "planned", "unsure"], False),
        (["not-started", "after-surgery", "unsure"], True),
        (["unsure"], True),
        (["after-surgery"], False),
    ],
    ids=["for none of them", "for one of them", "for whoever is not sure", "for those who are sure"],
)
def test_of_what_may_hold_one_has_to_fit_and_is_not_told(bank, options, holds):
    told = Matcher(bank, Answers.of({}, perhaps={"treatment": ["after-surgery", "follow-up"]}))
    assert told.fits({"treatment": options}) is holds
    assert not told.tells("treatment", ["after-surgery", "follow-up"])


def test_an_answer_counts_more_than_what_may_hold(bank):
    told = Matcher(bank, Answers.of({"treatment": ["planned"]}, perhaps={"treatment": ["follow-up"]}))
    assert told.fits({"treatment": ["planned", "unsure"]})
    assert not told.fits({"treatment": ["follow-up", "unsure"]})


def test_what_was_surely_had_counts_against_a_question(bank):
    told = Matcher(bank, Answers.of({}, perhaps={"treatments-before": ["chemotherapy"]}))
    assert told.meets_any({"treatments-before": ["chemotherapy"]})
