"""Asks of a bank that loads: is it good? Each check is a small generator; its name is the check's id."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from prep.bank.loader import BankFile
from prep.editorial.lint.agendas import (
    agenda_met_by_few,
    everybodys_agenda,
    nobodys_agenda,
    situation_without_agenda,
    useless_unknown,
)
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
from prep.editorial.lint.vocabulary import (
    absolute_word,
    ambiguous_heading,
    ambiguous_word,
    one_country,
    unexplained_term,
    unused_term,
)
from prep.editorial.scenarios import read_people
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
    ambiguous_heading,
    one_country,
    near_duplicate,
    unreachable,
    coverage_gap,
    nobodys_agenda,
    everybodys_agenda,
    useless_unknown,
    situation_without_agenda,
    agenda_met_by_few,
    unexplained_term,
    unused_term,
    shared_wording,
)
"""What holds for every bank, at any time."""

RELEASE_CHECKS: tuple[Check, ...] = (*CHECKS, partial_source, unopened_address, unreviewed)
"""What holds for a bank that is handed to the public."""


def check(
    path: Path,
    today: date,
    documents: Path | None = None,
    checks: Sequence[Check] = CHECKS,
    scenarios: Path | None = None,
) -> tuple[Problem, ...]:
    """Return everything that is not good in the bank at `path`, in the order of the file.

    Raises:
        FileError: the bank does not even load, or the file of scenarios does not.
    """
    file = BankFile(path)
    bank = file.bank()
    inspected = LintContext(bank, today, documents, read_people(scenarios, bank) if scenarios else None)
    findings = [
        file.problem(place, f"{message} [{one.__name__.replace('_', '-')}]")
        for one in checks
        for place, message in one(inspected)
    ]
    return tuple(sorted(findings))
