import pytest

from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import MAX_OWN, Changes
from prep.checklist.editing import Action, Command, ListEdit
from prep.checklist.pipeline import prepare_edited
from prep.i18n import Translator
from prep.web.forms.feedback import FULL, SAID, TOO_LONG, TOO_MANY, feedback


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
    [(Action.STAR, "dance"), (Action.UNSTAR, "walk"), (Action.DROP, "walk"), (Action.ADD, "last-dance")],
)
def test_what_a_button_did_is_told(said, action, question):
    assert said(press(action, question)).said == SAID[action]


def test_a_fourth_star_is_declined_kindly(said):
    full = Changes().star("dance").star("walk").star("how-old")
    assert said(press(Action.STAR, "left-cartilage", full)).said == FULL


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
