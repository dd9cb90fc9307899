import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep.checklist.changes import MAX_WORDS, Changes
from prep.web.forms.hidden_state import UnreadableChangesError, read, written

KNOWN = {"walk", "dance", "last-dance"}
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "star", "unstar", "restore_words"]), st.sampled_from(sorted(KNOWN)))
)


@given(STEPS)
def test_whatever_a_person_did_is_remembered(steps):
    changes = Changes()
    for step, question in steps:
        changes = getattr(changes, step)(question)
    assert read(written(changes), KNOWN) == changes


def test_words_are_remembered_as_they_are():
    changes = Changes().reword("walk", "“Wie weit?” <b> 🙂 שלום").write("May I sing?").star("own_1")
    assert read(written(changes), KNOWN) == changes


def test_nothing_changed_is_nearly_nothing_to_carry():
    assert written(Changes()) == "{}"


def test_questions_that_the_bank_no_longer_has_are_let_go():
    changes = Changes(("gone", "dance"), frozenset({"gone"}), ("gone", "own_3"), frozenset({"gone"}), ("gone",))
    assert read(written(changes.reword("gone", "Hm?")), KNOWN) == Changes(("dance",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        '{"starred": "walk"}',
        '{"own": [{"id": "walk", "text": "x"}]}',
        '{"own": [{"id": "own_1", "text": ""}]}',
        json.dumps({"wording": {"walk": "x" * (MAX_WORDS + 1)}}),
        json.dumps({"own": [{"id": f"own_{number}", "text": "x"} for number in range(11)]}),
    ],
)
def test_what_no_page_of_ours_wrote_is_refused(text):
    with pytest.raises(UnreadableChangesError):
        read(text, KNOWN)


def test_texts_from_outside_are_tidied_again():
    assert read('{"wording": {"walk": "How\\u202e  far?"}}', KNOWN).wording == {"walk": "How far?"}
    assert read('{"own": [{"id": "own_1", "text": "\\u200b"}]}', KNOWN) == Changes()


def test_more_text_than_a_page_can_hold_is_none_of_ours():
    full = Changes(wording={f"q{number}": "x" * 200 for number in range(26)})
    with pytest.raises(UnreadableChangesError):
        read(written(full), set(full.wording))
