import pytest

from prep.reach import are_shown_together, is_reachable


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
    assert is_reachable(small, condition) is reachable


def test_two_questions_meet_on_someones_list(small):
    by_id = {question.id: question for question in small.questions}
    assert are_shown_together(small, by_id["left-cartilage"], by_id["steel-rust"])
    assert not are_shown_together(small, by_id["left-cartilage"], by_id["which-side"])


def test_a_person_may_give_many_answers_where_the_form_lets_them(small):
    steel = next(question for question in small.questions if question.id == "steel-rust")
    plastic = steel.model_copy(update={"applies_to": {"implant": ("plastic",)}})
    assert are_shown_together(small, steel, plastic)
