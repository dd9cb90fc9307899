"""The small bank with something added, and what lint says about it."""

from datetime import date

import pytest

from prep.editorial.lint import RELEASE_CHECKS, check
from prep.editorial.lint.bank_wide import coverage_gap
from prep.editorial.lint.release import unreviewed
from tests.conftest import BANKS

TODAY = date(2026, 11, 24)
FOR_LARGE_BANKS = {coverage_gap, unreviewed}

QUESTION = """
  - id: extra
    section: life
    text: {text}
    why: {why}
    applies_to: {applies_to}
    sources: [{{id: knee-book, at: Page 9}}]
    source_checked: {checked}
"""


@pytest.fixture
def complaints(tmp_path):
    """Return what lint says about the small bank with one more question in it."""

    def about(
        text="Can I swim with this knee?",
        why="Swimming is fun.",
        applies_to="{}",
        checked="2026-01-06",
        more="",
        terms="",
        documents=None,
    ):
        extra = QUESTION.format(text=text, why=why, applies_to=applies_to, checked=checked)
        bank = (BANKS / "small.yaml").read_text(encoding="utf-8") + extra
        bank = bank.replace("sections:", more + "sections:", 1).replace("terms:\n", "terms:\n" + terms, 1)
        (tmp_path / "bank.yaml").write_text(bank, encoding="utf-8")
        checks = [one for one in RELEASE_CHECKS if one not in FOR_LARGE_BANKS]
        return [problem.message for problem in check(tmp_path / "bank.yaml", TODAY, documents, checks)]

    return about
