import pytest

from prep.editorial.lint import check
from prep.editorial.lint.release import unreviewed
from tests.conftest import BANKS
from tests.editorial.lint.conftest import TODAY


@pytest.fixture
def unsigned(tmp_path):
    """Return the ids of the questions that are said to be unsigned once one of them is given `more` keys."""

    def ids(more):
        bank = (BANKS / "small.yaml").read_text(encoding="utf-8").replace("{id: walk,", f"{{id: walk, {more}", 1)
        (tmp_path / "bank.yaml").write_text(bank, encoding="utf-8")
        return [problem.message.split("'")[1] for problem in check(tmp_path / "bank.yaml", TODAY, None, [unreviewed])]

    return ids


def test_every_question_must_be_signed(unsigned):
    assert "walk" in unsigned("")
    assert "walk" not in unsigned("reviewed_by: Dr. Ada Example, reviewed_on: 2026-11-20,")


def test_what_tells_people_to_call_must_be_signed_too(unsigned):
    assert "ringing" in unsigned("")
