"""A saved list meets today's bank: what still holds goes on, and what does not is told in its own words."""

from dataclasses import replace

import pytest

from prep.bank.bank import Bank
from prep.bank.models import Question
from prep.checklist.answers import Answers
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare
from prep.checklist.resumed_list import PageQuestion, resume
from prep.checklist.saved_list import SavedList, SavedQuestion, read
from tests.paper import ANN, ENGLISH

LEFT = {"side": ["left"], "age": ["old"]}
MINE = Changes(added=("last-dance",), wording={"walk": "How far?"}, own=(OwnQuestion("own_1", "May I kneel?"),))


def saved(bank, answers=LEFT, changes=MINE) -> SavedList:
    told = Answers.of(answers)
    return SavedList.of(prepare(bank, told, ANN, ENGLISH, changes), told, changes, Pack(), "en")


def newer(bank, **changed) -> Bank:
    return Bank(**{name: getattr(bank, name) for name in Bank.model_fields} | {"version": "2"} | changed)


def without(bank, *questions) -> tuple[Question, ...]:
    return tuple(question for question in bank.questions if question.id not in questions)


def ids(questions) -> list[str]:
    return [question.id for question in questions]


def test_with_the_same_bank_all_is_as_it_was(small):
    resumed = resume(small, saved(small), ENGLISH)
    assert (resumed.answers, resumed.changes, resumed.visit) == (Answers.of(LEFT), MINE, ANN)
    assert resumed.today == prepare(small, Answers.of(LEFT), ANN, ENGLISH, MINE)
    assert ids(resumed.page) == [line.id for line in resumed.today.page_one]
    assert resumed.gone == resumed.beside == resumed.new == resumed.lost == ()


def test_a_question_that_the_bank_lost_is_told_in_the_persons_words(small):
    resumed = resume(newer(small, questions=without(small, "walk")), saved(small), ENGLISH)
    assert resumed.gone == (PageQuestion("walk", "How far?"),)
    assert "walk" not in ids(resumed.page)
    assert resumed.changes == replace(MINE, wording={})


def test_a_question_that_no_longer_fits_is_told(small):
    questions = tuple(
        question.model_copy(update={"applies_to": {"side": ("right",)}})
        if question.id == "left-cartilage"
        else question
        for question in small.questions
    )
    assert ids(resume(newer(small, questions=questions), saved(small), ENGLISH).gone) == ["left-cartilage"]


def test_a_question_that_stands_beside_the_page_now_can_still_be_ticked(small):
    before = saved(small, changes=Changes())
    page = (*before.page, SavedQuestion(id="last-dance", text="Will there be a last dance?"))
    resumed = resume(small, before.model_copy(update={"page": page}), ENGLISH)
    assert ids(resumed.beside) == ["last-dance"]
    assert "last-dance" in ids(resumed.page)


def test_a_question_that_is_new_on_the_page_is_told(small):
    before = saved(newer(small, questions=without(small, "dance")))
    assert ids(resume(small, before, ENGLISH).new) == ["dance"]


def test_answers_that_nobody_asks_for_any_more_are_told(small):
    before = saved(small)
    older = before.model_copy(
        update={"answers": before.answers | {"side": ["left", "both-sides"], "shoe-size": ["xl"]}}
    )
    resumed = resume(newer(small), older, ENGLISH)
    assert [(answer.field, answer.option) for answer in resumed.lost] == [
        ("Which knee?", "both sides"),
        ("shoe size", "xl"),
    ]
    assert resumed.answers == Answers.of(LEFT)


def test_answers_by_former_ids_are_understood(bank):
    found = read(b'{"answers": {"receptors": "triple-negative", "treatments": ["chemotherapy"]}}')
    resumed = resume(bank, found, ENGLISH)
    assert resumed.lost == ()
    assert resumed.answers.to("er-pr") == {"negative"}
    assert resumed.answers.to("treatments-now") == {"chemotherapy"}


def test_where_the_file_names_no_page_the_questions_are_todays(small):
    resumed = resume(small, read(b'{"answers": {"side": "left"}}'), ENGLISH)
    assert ids(resumed.page) == [line.id for line in resumed.today.page_one]
    assert resumed.new == ()


def test_a_question_that_the_file_names_twice_is_one(small):
    before = saved(small)
    twice = before.model_copy(update={"page": before.page * 2})
    assert resume(small, twice, ENGLISH).page == resume(small, before, ENGLISH).page


@pytest.mark.parametrize(("version", "is_confirmed"), [("1", True), ("0", False), ("", False)])
def test_what_was_asked_about_is_not_asked_again_unless_the_bank_changed(small, version, is_confirmed):
    """New knees have implants: whoever keeps an old one with steel in it has said so before the list was shown."""
    odd = saved(small, {"age": ["old"], "implant": ["steel"]}).model_copy(update={"bank": version, "as_is": True})
    assert resume(small, odd, ENGLISH).is_confirmed is is_confirmed
    assert not resume(small, odd.model_copy(update={"as_is": False}), ENGLISH).is_confirmed
