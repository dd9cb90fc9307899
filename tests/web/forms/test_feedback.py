import pytest

from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import MAX_OWN, Changes
from prep.checklist.editing import Action, Command, ListEdit
from prep.checklist.pipeline import prepare_edited
from prep.i18n import Translator
from prep.web.forms.feedback import MADE_ROOM, SAID, TOO_LONG, TOO_MANY, feedback


@pytest.fixture
def said(small):
    """Return a function that gives what the page shows after an edit."""

    def shown(edit):
        _checklist, result = prepare_edited(small, Answers.of({"side": ["left"]}), Visit(), Translator("en"), edit)
        return feedback(result)

    return shown


def press(action, question="", changes=Changes(), **typed):  # noqa: B008  # frozen
    return ListEdit(changes, (), Command(action, question), typed)


@pytest.mark.parametrize(
    ("action", "question"),
    [
        (Action.STAR, "how-old"),
        (Action.UNSTAR, "walk"),
        (Action.UP, "walk"),
        (Action.DROP, "walk"),
        (Action.ADD, "last-dance"),
    ],
)
def test_what_a_button_did_is_told(said, action, question):
    assert said(press(action, question)).said == SAID[action]


def test_the_place_of_a_moved_question_is_told(said):
    shown = said(press(Action.UP, "walk"))
    assert (shown.number, shown.count) == (2, 4)


def test_a_star_says_which_question_made_room_and_where_it_is_now(said):
    full = Changes().star("dance").star("walk").star("how-old")
    for question, changes, number in (("dance", Changes(), 1), ("left-cartilage", full, 1)):
        shown = said(press(Action.STAR, question, changes))
        assert (shown.said, shown.number, shown.made_room.number) == (MADE_ROOM, number, 4)
    assert shown.made_room.words == "How old is my knee?"


def test_a_search_says_nothing_beside_the_buttons(said):
    assert said(press(Action.FIND, walk="How far?")).said == ""


def test_nothing_pressed_says_nothing(said):
    shown = said(ListEdit())
    assert (shown.said, shown.question, shown.words) == ("", "", "")


def test_nothing_written_says_nothing(said):
    assert said(press(Action.WRITE, new=" \u200b ")).said == ""


def test_words_wiped_out_are_told_as_what_they_do(said):
    assert said(press(Action.REWORD, "walk", Changes().reword("walk", "Far?"), walk="")).said == SAID[Action.RESTORE]
    gone = said(press(Action.REWORD, "own_1", Changes().write("May I sing?"), own_1=""))
    assert (gone.said, gone.words) == (SAID[Action.DROP], "May I sing?")


def test_a_text_that_cannot_be_used_stays_beside_its_message(said):
    full = Changes()
    for number in range(MAX_OWN):
        full = full.write(f"Question {number}?")
    shown = said(ListEdit(full, typed={"walk": "x" * 201, "new": "One more?"}))
    assert {question: draft.message for question, draft in shown.drafts.items()} == {"walk": TOO_LONG, "new": TOO_MANY}
    assert shown.drafts["walk"].text == "x" * 201
