import pytest

from prep.checklist.answers import Answers
from prep.checklist.changes import MAX_OWN, MAX_TYPED, MAX_WORDS, Changes, OwnQuestion
from prep.checklist.drafts import DraftProblem
from prep.checklist.editing import Action, Command, ListEdit, MadeRoom, apply_edit
from prep.checklist.selection import select
from prep.i18n import Translator

WALK = "How far may I walk?"


@pytest.fixture
def edit(small):
    """Return a function that presses and types, on a page where the list already has `changes`."""

    def press(button="", changes=Changes(), undo=(), **typed):  # noqa: B008  # frozen
        action, _space, question = button.partition(" ")
        command = Command(Action(action), question) if action else None
        texts = {question.replace("__", "-"): text for question, text in typed.items()}
        selection = select(small, Answers.of({"side": ["left"]}))
        return apply_edit(ListEdit(changes, tuple(undo), command, texts), small, selection, Translator("en"))

    return press


@pytest.mark.parametrize(
    ("button", "changes"),
    [
        ("star dance", Changes().star("dance")),
        ("unstar walk", Changes().unstar("walk")),
        ("up walk", Changes(starred=("left-cartilage", "walk", "how-old"))),
        ("drop walk", Changes().drop("walk")),
        ("add last-dance", Changes().add("last-dance")),
    ],
)
def test_each_button_does_its_work_and_can_be_undone(edit, button, changes):
    done = edit(button)
    assert done.changes == changes
    assert done.is_changed
    undone = edit(f"undo {button.split()[1]}", done.changes, done.undo)
    assert undone.changes == Changes()
    assert undone.undo == ()


@pytest.mark.parametrize("button", ["", "star last-dance", "up nonsense", "add walk", "drop own_7", "star"])
def test_a_button_from_a_page_gone_stale_does_nothing(edit, button):
    assert edit(button).changes == Changes()


def test_ten_steps_can_be_undone(edit):
    changes, undo = Changes(), ()
    for number in range(12):
        done = edit("star dance" if number % 2 == 0 else "unstar dance", changes, undo)
        changes, undo = done.changes, done.undo
    assert len(undo) == 10


def test_a_fourth_star_says_what_made_room_for_it_and_can_be_undone(edit):
    full = Changes().star("dance").star("walk").star("how-old")
    done = edit("star left-cartilage", full)
    assert done.changes.starred == ("left-cartilage", "dance", "walk")
    assert (done.is_changed, done.made_room) == (True, MadeRoom("How old is my knee?", 4))
    assert edit("undo left-cartilage", done.changes, done.undo).changes == full


def test_a_search_changes_nothing(edit):
    assert (edit("find").changes, edit("find").is_changed) == (Changes(), False)


def test_words_are_taken_in_with_any_button(edit):
    done = edit("star dance", walk="  How far\tmay I go? ")
    assert done.changes == Changes().star("dance").reword("walk", "How far may I go?")


def test_our_own_words_are_no_change(edit):
    assert edit(walk=WALK).changes == Changes()


def test_words_wiped_out_bring_ours_back(edit):
    assert edit("", Changes().reword("walk", "How far?"), walk="  ").changes == Changes()


def test_going_back_to_our_words(edit):
    assert edit("restore walk", Changes().reword("walk", "How far?"), walk="How far?").changes == Changes()


def test_an_own_question_is_added_even_with_another_button(edit):
    for button in ("write", "star dance", ""):
        assert edit(button, new="May I sing?").changes.own == (OwnQuestion("own_1", "May I sing?"),)


def test_nothing_written_adds_nothing_and_says_nothing(edit):
    done = edit("write", new=" \u200b ")
    assert (done.changes, done.is_changed) == (Changes(), False)


def test_an_own_question_wiped_out_is_gone(edit):
    assert edit("", Changes().write("May I sing?"), own_1="").changes == Changes()


@pytest.mark.parametrize("length", [201, 10_000])
def test_a_text_that_is_too_long_stays_as_it_was_typed_and_changes_nothing(edit, length):
    done = edit("star dance", walk="x" * length, new="y" * length)
    assert {draft.problem for draft in done.drafts.values()} == {DraftProblem.TOO_LONG}
    assert set(done.drafts) == {"walk", "new"}
    assert done.drafts["walk"].text == "x" * length
    assert done.changes == Changes().star("dance")


def test_two_hundred_characters_fit(edit):
    done = edit("write", new="é" * 200)
    assert not done.drafts
    assert done.changes.own[0].text == "é" * 200


def test_an_eleventh_question_is_kept_in_the_form(edit):
    full = Changes()
    for number in range(MAX_OWN):
        full = full.write(f"Question {number}?")
    done = edit("write", full, new="One more?")
    assert done.changes == full
    assert (done.drafts["new"].text, done.drafts["new"].problem) == ("One more?", DraftProblem.TOO_MANY)


def test_undo_takes_back_the_last_step_and_loses_nothing_that_was_just_typed(edit):
    starred = Changes().star("dance")
    done = edit("undo dance", starred, [Changes()], walk="Far?", new="x" * 300)
    assert done.changes == Changes().reword("walk", "Far?")
    assert done.drafts["new"].text == "x" * 300


def test_undo_takes_back_words_that_were_saved(edit):
    assert edit("undo walk", Changes().reword("walk", "Far?"), [Changes()], walk="Far?").changes == Changes()


def test_words_wiped_out_are_told_as_what_they_do(edit):
    assert edit("reword walk", Changes().reword("walk", "Far?"), walk="").effect is Action.RESTORE
    gone = edit("reword own_1", Changes().write("May I sing?"), own_1="")
    assert (gone.effect, gone.words) == (Action.DROP, "May I sing?")


def test_undo_with_nothing_to_undo_changes_nothing(edit):
    assert edit("undo ").changes == Changes()


def test_what_is_taken_off_is_named(edit):
    assert edit("drop walk").words == WALK
    assert edit("drop own_1", Changes().write("May I sing?")).words == "May I sing?"


def test_the_page_is_arranged_as_it_is_afterwards(edit):
    done = edit("drop walk")
    assert "walk" in [pick.question.id for pick in done.before.page]
    assert "walk" not in [pick.question.id for pick in done.arrangement.page]


def test_all_texts_together_have_a_limit_and_what_is_there_stays(edit):
    wording = {f"q{number}": "x" * MAX_WORDS for number in range(MAX_TYPED // MAX_WORDS - 1)}
    nearly = Changes(wording=wording).write("y" * (MAX_WORDS - 1))
    assert edit("", nearly, walk="Far?").drafts["walk"].problem is DraftProblem.TOO_MUCH
    assert edit("", nearly, own_1="Far?", walk="Far?").changes.wording["walk"] == "Far?"
    assert edit("", nearly, own_1="z" * MAX_WORDS).changes.typed == MAX_TYPED
