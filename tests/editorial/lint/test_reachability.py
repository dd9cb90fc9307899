import pytest

from prep.editorial.lint.reachability import are_shown_together, is_reachable


@pytest.mark.parametrize(
    ("condition", "reachable"),
    [
        ({}, True),
        ({"side": ["left"], "age": ["old"]}, True),
        ({"implant": ["steel"]}, True),
        ({"implant": ["steel"], "age": ["new"]}, True),
        ({"implant": ["steel"], "age": ["old", "new"]}, True),
        ({"implant": ["steel"], "age": ["old"]}, False),
    ],
)
def test_a_condition_reaches_people_whose_answers_go_together(small, condition, reachable):
    question = small.questions[0].model_copy(update={"applies_to": condition})
    assert is_reachable(small, question) is reachable


def test_two_questions_meet_on_someones_list(small):
    by_id = {question.id: question for question in small.questions}
    assert are_shown_together(small, by_id["left-cartilage"], by_id["steel-rust"])
    assert not are_shown_together(small, by_id["left-cartilage"], by_id["which-side"])


def test_a_person_may_give_many_answers_where_the_form_lets_them(small):
    steel = next(question for question in small.questions if question.id == "steel-rust")
    assert not are_shown_together(small, steel, steel.model_copy(update={"applies_to": {"implant": ("plastic",)}}))
    steel = steel.model_copy(update={"not_for": {}})
    plastic = steel.model_copy(update={"applies_to": {"implant": ("plastic",)}})
    assert are_shown_together(small, steel, plastic)


def test_a_question_that_is_not_for_the_others_people_never_meets_it(small):
    steel = next(question for question in small.questions if question.id == "steel-rust")
    without = steel.model_copy(update={"applies_to": {}, "not_for": {"implant": ("steel",)}})
    assert not are_shown_together(small, steel, without)
    assert not are_shown_together(small, without, steel)
