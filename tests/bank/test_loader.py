"""Each broken file in `banks/` states on top, in comments, everything that the loader must say about it."""

import re

import pytest

from prep.bank.loader import load
from prep.file_problems import FileError
from tests.conftest import BANKS

BROKEN = sorted(path for path in BANKS.glob("broken-*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_problem_is_told_at_once_with_its_place(path):
    expected = re.findall(r"^# (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    with pytest.raises(FileError) as error:
        load(path)
    assert [str(problem) for problem in error.value.problems] == expected
    assert expected, "a broken file must state what is wrong with it"


def test_a_missing_file_is_a_problem_and_no_traceback(tmp_path):
    with pytest.raises(FileError, match=r"nowhere.yaml:1:1: cannot be read: No such file"):
        load(tmp_path / "nowhere.yaml")


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path):
    (tmp_path / "latin.yaml").write_bytes("subject: Brüste".encode("latin-1"))
    with pytest.raises(FileError, match=r"latin.yaml:1:1: is not UTF-8 text"):
        load(tmp_path / "latin.yaml")


def test_a_file_that_is_no_bank_at_all_is_a_problem(tmp_path):
    (tmp_path / "list.yaml").write_text("- one\n- two\n")
    with pytest.raises(FileError, match="must hold sources, fields, sections and questions"):
        load(tmp_path / "list.yaml")


def test_any_illness_can_have_a_bank(small):
    assert small.subject == "sore knees"
    assert small.questions[0].id == "which-side"


def test_a_bank_without_questions_is_a_problem(tmp_path):
    bank = (BANKS / "small.yaml").read_text(encoding="utf-8")
    (tmp_path / "empty.yaml").write_text(bank[: bank.index("questions:")] + "questions: []\n", encoding="utf-8")
    with pytest.raises(FileError, match="questions: needs at least one"):
        load(tmp_path / "empty.yaml")


@pytest.mark.parametrize("value", ["2026-02-31", "!!int x", "!!float x", '"\\UFFFFFFFF"', "[" * 700])
def test_a_value_that_cannot_be_read_is_a_problem_and_no_crash(tmp_path, value):
    (tmp_path / "bank.yaml").write_text(f"version: {value}\n")
    with pytest.raises(FileError):
        load(tmp_path / "bank.yaml")
