"""What was told of treatments says where somebody stands who left that open."""

import pytest

from prep.checklist.answers import Answers
from prep.checklist.implied import possible
from prep.checklist.matching import Matcher
from prep.checklist.selection import select

ON_TABLETS = {
    "stage": ["early"],
    "er-pr": ["positive"],
    "her2": ["negative"],
    "treatments-now": ["aromatase-inhibitor"],
}


def page(bank, told) -> list[str]:
    return [pick.question.id for pick in select(bank, Answers.of(told)).page_one]


def test_whoever_takes_hormone_tablets_gets_the_page_for_it(bank):
    told = page(bank, ON_TABLETS | {"treatment": ["hormone-tablets"]})
    assert page(bank, ON_TABLETS)[:7] == told[:7]
    assert {"chemo-reasons", "tumor-gene-test"}.isdisjoint(page(bank, ON_TABLETS))


def test_it_is_not_said_that_they_left_it_out(bank):
    picks = select(bank, Answers.of(ON_TABLETS)).page_one
    assert "treatment" not in [field.id for pick in picks for field in pick.unsaid]


def test_whoever_is_treated_is_not_asked_when_treatment_starts(bank):
    for stage in ({}, {"stage": ["metastatic"]}):
        assert "start-when" not in page(bank, {"treatments-now": ["chemotherapy"]} | stage)


def test_a_treatment_for_cancer_that_has_spread_tells_the_stage(bank):
    told = {"treatment": ["metastatic-on-first"]}
    assert Matcher(bank, Answers.of(told)).possible == {"stage": {"metastatic"}}
    assert "what-stage" not in page(bank, told)


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"stage": ["early"], "treatments-now": ["tamoxifen"]}, {"hormone-tablets"}),
        ({"stage": ["locally-advanced"], "treatments-now": ["t-dm1"]}, {"after-surgery", "cancer-left"}),
        ({"stage": ["dcis"], "treatments-before": ["lumpectomy"]},
         {"after-surgery", "cancer-left", "hormone-tablets", "follow-up"}),
        ({"stage": ["early"], "treatments-before": ["mastectomy"], "treatments-now": ["chemotherapy"]},
         {"after-surgery", "cancer-left", "hormone-tablets"}),
    ],
)  # fmt: skip
def test_treatments_leave_what_goes_with_all_of_them(bank, told, left):
    assert Matcher(bank, Answers.of(told)).possible == {"treatment": left}


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"treatments-now": ["bone-medicine"]},
        {"treatments-suggested": ["aromatase-inhibitor"]},
        {"stage": ["early"], "treatments-now": ["aromatase-inhibitor"], "treatment": ["before-surgery"]},
        {"stage": ["early"], "treatments-before": ["lumpectomy"], "about-me": ["cancer-before-other-breast"]},
    ],
)
def test_nothing_is_said_of_what_is_told_or_may_be_otherwise(bank, told):
    assert Matcher(bank, Answers.of(told)).possible == {}


def test_what_contradicts_itself_says_nothing(bank):
    told = {"stage": frozenset({"early"}), "treatment": frozenset(), "treatments-now": frozenset({"t-dm1"})}
    nothing = {field.id: frozenset() for field in bank.fields}
    assert possible(bank, nothing | told, {"treatment": frozenset({"follow-up"})}) == {}
