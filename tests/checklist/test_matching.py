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
