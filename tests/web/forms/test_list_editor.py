import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.editing import Action, Command, apply_edit
from prep.checklist.pipeline import prepare_edited
from prep.checklist.selection import select
from prep.i18n import Translator
from prep.web.forms.hidden_state import written
from prep.web.forms.list_editor import fields, read_edit


def test_what_was_pressed_and_typed_is_read(small):
    starred = Changes().star("dance")
    sent = [
        ("list_do", "up dance"),
        ("list_changes", written(starred)),
        ("list_earlier", written(Changes())),
        ("words_new", " May I sing? "),
        ("stage", "early"),
    ]
    edit = read_edit(MultiDict(sent), small.question_ids)
    assert (edit.state, edit.undo, edit.command) == (starred, (Changes(),), Command(Action.UP, "dance"))
    assert edit.typed == {"new": " May I sing? "}


def test_what_was_asked_already_is_taken_off_and_can_be_put_back(small):
    starred = Changes().star("dance").write("May I kneel?")
    asked = [("list_asked", question) for question in ("dance", "own_1", "walk", "nothing-of-ours", "own_9")]
    edit = read_edit(MultiDict([("list_changes", written(starred)), *asked]), small.question_ids)
    assert edit.state == Changes(dropped=frozenset({"dance", "walk"}))
    assert edit.undo == (starred,)


def test_a_page_that_was_not_touched_changes_nothing(small):
    edit = read_edit(MultiDict(), small.question_ids)
    assert (edit.state, edit.undo, edit.command, edit.typed) == (Changes(), (), None, {})


@pytest.mark.parametrize("button", ["explode walk", "STAR walk", "__class__ walk"])
def test_a_button_that_is_none_of_ours_is_refused(small, button):
    with pytest.raises(BadRequest):
        read_edit(MultiDict([("list_do", button)]), small.question_ids)


def test_a_damaged_page_is_refused(small):
    with pytest.raises(BadRequest):
        read_edit(MultiDict([("list_changes", "{")]), small.question_ids)


ODD = st.one_of(st.text(max_size=60), st.sampled_from(["{}", "own_1", "walk", "star walk", "up own_1", "undo", "null"]))


@given(
    pairs=st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "list_do",
                    "list_changes",
                    "list_earlier",
                    "list_asked",
                    "words_walk",
                    "words_own_1",
                    "words_new",
                    "words_",
                ]
            ),
            ODD,
        )
    )
)
@settings(max_examples=300, deadline=None)
def test_whatever_arrives_is_taken_in_or_refused(small, pairs):
    """Nothing that can be posted makes the page fail, or leaves a list that the next page could not read."""
    answers = Answers.of({"side": ["left"]})
    try:
        edit = read_edit(MultiDict(pairs), small.question_ids)
    except BadRequest:
        return
    _checklist, done = prepare_edited(small, answers, Visit(), Translator("en"), edit)
    again = apply_edit(
        read_edit(MultiDict(list(fields(done))), small.question_ids), small, select(small, answers), Translator("en")
    )
    assert again.changes == done.changes
