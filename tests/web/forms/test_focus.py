import pytest

from prep.checklist.answers import Answers
from prep.checklist.changes import Changes
from prep.checklist.editing import Action, Command
from prep.checklist.layout import arrange
from prep.checklist.selection import select
from prep.web.forms.focus import Focus
from prep.web.forms.focus import after as after_command


def after(action, question, before, now, found=()) -> Focus:
    return after_command(Command(Action(action), question), before, now, found)


THREE_APART = Changes().unstar("left-cartilage").unstar("how-old").unstar("walk")


@pytest.fixture
def page(small):
    def laid_out(changes=Changes()):  # noqa: B008  # frozen
        return arrange(select(small, Answers.of({"side": ["left"]})), changes)

    return laid_out


def test_a_person_stays_with_the_question_whose_button_they_pressed(page):
    assert after("star", "dance", page(), page(Changes().star("dance"))) == Focus("star", "dance")


@pytest.mark.parametrize(
    ("did", "question", "control"),
    [
        ("up", "how-old", "up"),
        ("up", "left-cartilage", "down"),
        ("down", "walk", "down"),
        ("down", "dance", "up"),
    ],
)
def test_at_an_end_of_the_list_the_other_arrow_is_at_hand(page, did, question, control):
    assert after(did, question, page(THREE_APART), page(THREE_APART)) == Focus(control, question)


def test_after_taking_off_the_next_question_is_at_hand(page):
    assert after("drop", "how-old", page(), page(Changes().drop("how-old"))) == Focus("drop", "walk")


def test_after_taking_off_the_last_question_the_one_before_is_at_hand(page):
    assert after("drop", "dance", page(), page(Changes().drop("dance"))) == Focus("drop", "walk")


def test_after_taking_off_the_only_question_one_can_write(page):
    only = Changes(dropped=frozenset({"left-cartilage", "how-old", "walk"}))
    assert after("drop", "dance", page(only), page(only.drop("dance"))) == Focus("words", "new")


def test_after_adding_one_goes_on_adding(page):
    before = Changes().drop("walk").drop("dance")
    assert after("add", "walk", page(before), page(before.add("walk"))) == Focus("add", "dance")


def test_whoever_adds_what_a_search_found_goes_on_there(page):
    before = Changes().drop("left-cartilage").drop("walk").drop("dance")
    found = ["dance", "how-old", "left-cartilage"]
    assert after("add", "dance", page(before), page(before.add("dance")), found) == Focus("add", "left-cartilage")
    assert after("add", "walk", page(before), page(before.add("walk")), found) == Focus("star", "walk")


def test_after_a_search_one_is_with_what_it_found(page):
    assert after("find", "", page(), page()) == Focus("found")


def test_after_adding_the_only_sensitive_question_one_is_with_it_on_the_page(page):
    assert after("add", "last-dance", page(), page(Changes().add("last-dance"))) == Focus("star", "last-dance")


def test_undo_leads_to_the_question_wherever_it_is_now(page):
    assert after("undo", "dance", page(Changes().drop("dance")), page()) == Focus("star", "dance")
    assert after("undo", "last-dance", page(Changes().add("last-dance")), page()) == Focus("add", "last-dance")
    assert after("undo", "", page(), page()) == Focus("undo")
