import pytest

from prep.answers import Answers
from prep.conditions import Told


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
    assert Told(small, Answers.of({"side": ["left"]})).fits(condition) is holds
