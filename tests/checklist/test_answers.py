import pytest

from prep.checklist.answers import Answers


def test_a_field_left_blank_has_no_options():
    assert Answers.of({"stage": []}).to("stage") == frozenset()
    assert Answers.of({}) == Answers.of({"stage": []})


def test_the_order_of_ticking_does_not_matter():
    assert Answers.of({"concerns": ["a", "b"]}) == Answers.of({"concerns": ["b", "a"]})


def test_answers_cannot_be_changed_afterwards():
    answers = Answers.of({"stage": ["early"]})
    with pytest.raises(TypeError):
        answers.by_field["stage"] = frozenset()
