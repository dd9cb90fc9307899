from prep.editorial.lint import check
from prep.editorial.lint.bank_wide import coverage_gap
from tests.conftest import BANKS
from tests.editorial.lint.conftest import TODAY


def test_two_questions_that_say_the_same(complaints):
    (said,) = complaints(text="And how far might I be walking now?")
    assert "says nearly the same as 'walk'" in said


def test_how_and_when_are_not_the_same(complaints):
    assert complaints(text="When may I walk?") == []


def test_twins_that_nobody_gets_together_are_left_in_peace(complaints):
    same = "Is the cartilage in my left knee worn?"
    assert complaints(text=same, applies_to="{side: [right]}") == []
    assert "says nearly the same as 'left-cartilage'" in complaints(text=same, applies_to="{age: [old]}")[0]


def test_a_question_that_reaches_only_those_who_contradict_themselves(complaints):
    (said,) = complaints(applies_to="{implant: [steel], age: [old]}")
    assert said == ("question 'extra': no answers that go together bring it to anyone; ease `applies_to` [unreachable]")
    assert complaints(applies_to="{implant: [steel], age: [old, new]}") == []


def test_people_who_find_too_little():
    said = [problem.message for problem in check(BANKS / "small.yaml", TODAY, None, [coverage_gap])]
    assert "people who answer 'Right' get 3 questions on page one, which holds 12 [coverage-gap]" in said
    assert "people who answer 'Left' get 5 questions in all; give them 36 to choose from [coverage-gap]" in said


def test_a_concern_that_meets_no_question():
    said = [problem.message for problem in check(BANKS / "small.yaml", TODAY, None, [coverage_gap])]
    assert "field 'concerns': the concern 'pain' has 1 of at least 3 questions [coverage-gap]" in said
    assert (
        "field 'concerns': the concern 'pain' finds no question for people who answer 'Right',"
        " nor for 1 more of the combinations [coverage-gap]"
    ) in said
