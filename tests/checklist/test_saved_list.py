"""The list that a person keeps in a file of their own, written and strictly read again."""

import json
import subprocess
import sys

import pytest

from prep.checklist.answers import Answers
from prep.checklist.changes import MAX_TYPED, Changes, OwnQuestion
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.checklist.pipeline import prepare
from prep.checklist.saved_list import MAX_BYTES, SavedList, read, write
from prep.checklist.saved_list_faults import Fault, SavedListError
from tests.paper import ANN, ENGLISH, HELPER

KNEES = Answers.of({"side": ["left"], "concerns": ["pain", "future", "dancing"]})
MINE = Changes(
    dropped=frozenset({"dance", "walk", "how-old"}),
    starred=("own_1",),
    wording={"left-cartilage": "Is my left knee worn?"},
    own=(OwnQuestion("own_1", "May I kneel?"),),
)
LARGE = Pack(Extent.NOTES, AboutMeLine.WORRIES, Paper.A4, PrintSize.LARGE)


def saved(bank, answers=KNEES, changes=MINE, pack=LARGE, visit=HELPER) -> SavedList:
    made = prepare(bank, answers, visit, ENGLISH, changes)
    return SavedList.of(made, answers, changes, pack, "en")


def fault_of(content: bytes | dict) -> Fault:
    with pytest.raises(SavedListError) as error:
        read(content if isinstance(content, bytes) else json.dumps(content).encode())
    return error.value.fault


def test_what_is_read_is_what_was_written(small):
    found = read(write(saved(small)))
    assert found == saved(small)
    assert found.chosen() == KNEES
    assert found.changes == MINE
    assert found.visit.visit() == HELPER
    assert found.pack.pack(Paper.LETTER) == LARGE


def test_it_holds_the_page_as_it_stood(small):
    assert [(question.id, question.text) for question in saved(small).page][:2] == [
        ("own_1", "May I kneel?"),
        ("left-cartilage", "Is my left knee worn?"),
    ]


def test_a_list_without_any_answer_is_a_list(small):
    plain = saved(small, Answers.of({}), Changes(), Pack(), ANN)
    assert read(write(plain)) == plain


PROGRAM = """
from prep.bank.loader import load
from tests.checklist.test_saved_list import saved, write
from tests.conftest import BANKS

print(write(saved(load(BANKS / "small.yaml"))).decode())
"""


@pytest.mark.slow
def test_the_same_list_gives_the_same_bytes_in_every_process():
    """Sets come in another order in each."""
    written = [
        subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True).stdout for _one in range(3)
    ]
    assert len(set(written)) == 1
    assert written[0]


def test_what_programs_post_to_print_a_list_is_a_list_too():
    body = {
        "lang": "en",
        "clinic": None,
        "answers": {"side": "left", "concerns": ["pain"], "age": None},
        "visit": {"name": "Ann Lee", "day": "2026-11-24"},
        "changes": {"own": [{"id": "own_1", "text": "May I kneel?"}]},
        "pack": {"paper": "a4"},
    }
    found = read(json.dumps(body).encode())
    assert found.chosen() == Answers.of({"side": ["left"], "concerns": ["pain"]})
    assert found.bank == ""
    assert found.page == ()
    assert found.pack.pack(Paper.LETTER) == Pack(about_me=AboutMeLine.OFF, paper=Paper.A4)


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"{}",
        b'{"answers": {}',
        b"[" * 50_000,
        b'{"answers":' * 20_000,
        {"answers": {}, "diary": "dear"},
        {"answers": []},
        {"answers": {"side": 1}},
        {"answers": {"side": ["left"] * 1000}},
        {"answers": {f"field-{number}": "x" for number in range(1000)}},
        {"answers": {}, "format": 0},
        {"answers": {}, "format": "1"},
        {"answers": {}, "visit": {"name": "x" * 81}},
        {"answers": {}, "visit": {"day": "soon"}},
        {"answers": {}, "visit": {"speaker": "dog"}},
        {"answers": {}, "pack": {"parts": ["poster"]}},
        {"answers": {}, "pack": {"paper": "a0"}},
        {"answers": {}, "changes": {"burnt": ["walk"]}},
        {"answers": {}, "changes": {"wording": {"walk": "x" * 201}}},
        {"answers": {}, "changes": {"wording": {f"q-{number}": "x" * 200 for number in range(MAX_TYPED // 200 + 1)}}},
        {"answers": {}, "changes": {"own": [{"id": f"own_{number}", "text": "x"} for number in range(11)]}},
        {"answers": {}, "changes": {"own": [{"id": "walk", "text": "x"}]}},
        {"answers": {}, "page": [{"id": "walk"}]},
        {"answers": {}, "page": [{"id": "walk", "text": "x" * 1000}]},
    ],
)
def test_what_is_no_list_of_ours_is_refused(wrong):
    assert fault_of(wrong) is Fault.OTHER_SHAPE


def test_a_list_of_a_newer_program_is_told_from_one_that_is_none():
    assert fault_of({"format": 2, "moods": []}) is Fault.NEWER


def test_what_is_too_large_is_not_even_looked_at():
    assert fault_of(b"{" + b" " * MAX_BYTES) is Fault.TOO_LARGE


def test_the_fullest_list_is_not_too_large(bank):
    every = [question.id for question in bank.questions]
    wide = "語" * 200
    changes = Changes(
        added=tuple(every),
        starred=tuple(every),
        order=tuple(every),
        wording=dict.fromkeys(every[:15], wide),
        own=tuple(OwnQuestion(f"own_{number}", wide) for number in range(10)),
    )
    answers = Answers.of({field.id: [option.id for option in field.options] for field in bank.fields})
    assert changes.typed == MAX_TYPED
    full = saved(bank, answers, changes)
    assert len(write(full)) < MAX_BYTES
    assert read(write(full)) == full


def test_texts_from_outside_are_made_fit_to_be_printed():
    found = read(json.dumps({"answers": {}, "visit": {"name": "Ann\u202e\n Lee"}}).encode())
    assert found.visit.visit().name == "Ann Lee"


def test_every_fault_has_a_sentence_of_its_own():
    sentences = [fault.value for fault in Fault]
    assert len(set(sentences)) == len(list(Fault)) == len(sentences)
    assert all(sentence.endswith(".") for sentence in sentences)
