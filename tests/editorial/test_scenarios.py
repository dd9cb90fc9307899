import pytest

from prep.editorial.scenarios import read_people
from prep.file_problems import FileError


@pytest.fixture
def read(visits, tmp_path):
    def of(text):
        (tmp_path / "people.yaml").write_text(text, encoding="utf-8")
        return read_people(tmp_path / "people.yaml", visits)

    return of


def test_people_answer_with_one_option_or_several(read):
    (person, silent) = read("- {name: Ann, answers: {side: left, concerns: [pain, dancing]}}\n- {name: Bo}\n")
    assert person.to("side") == {"left"}
    assert person.to("concerns") == {"pain", "dancing"}
    assert not silent.by_field


def test_an_answer_that_the_bank_does_not_know_is_told_with_its_line(read):
    with pytest.raises(FileError) as told:
        read("- {name: Ann, answers: {side: left}}\n- {name: Bo, answers: {side: middle, shoe: [red]}}\n")
    assert [(one.line, one.message) for one in told.value.problems] == [
        (2, "no such answer: shoe: red"),
        (2, "no such answer: side: middle"),
    ]


def test_a_file_of_something_else_is_refused(read):
    with pytest.raises(FileError, match="must hold a list of people"):
        read("name: Ann\n")
