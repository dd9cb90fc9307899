"""Asks of a bank that loads: is it good? Each check is a small generator; its name is the check's id."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from prep.bank.loader import BankFile
from prep.editorial.lint.bank_wide import coverage_gap, near_duplicate, unreachable
from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.phrasing import (
    double_barrelled,
    leading_question,
    long_call,
    no_question_mark,
    passive_voice,
    reading_grade,
    too_long,
)
from prep.editorial.lint.release import partial_source, unopened_address, unreviewed
from prep.editorial.lint.sources import shared_wording, stale_source, unused_source
from prep.editorial.lint.vocabulary import absolute_word, ambiguous_word, one_country, unexplained_term, unused_term
from prep.file_problems import Problem

Check = Callable[[LintContext], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    unused_source,
    stale_source,
    too_long,
    long_call,
    no_question_mark,
    reading_grade,
    leading_question,
    double_barrelled,
    passive_voice,
    absolute_word,
    ambiguous_word,
    one_country,
    near_duplicate,
    unreachable,
    coverage_gap,
    unexplained_term,
    unused_term,
    shared_wording,
)
"""What holds for every bank, at any time."""

RELEASE_CHECKS: tuple[Check, ...] = (*CHECKS, partial_source, unopened_address, unreviewed)
"""What holds for a bank that is handed to the public."""


def check(
    path: Path, today: date, documents: Path | None = None, checks: Sequence[Check] = CHECKS
) -> tuple[Problem, ...]:
    """Return everything that is not good in the bank at `path`, in the order of the file.

    Raises:
        FileError: the bank does not even load.
    """
    file = BankFile(path)
    inspected = LintContext(file.bank(), today, documents)
    findings = [
        file.problem(place, f"{message} [{one.__name__.replace('_', '-')}]")
        for one in checks
        for place, message in one(inspected)
    ]
    return tuple(sorted(findings))
