"""Checks of where questions come from: each source is in use, looked at lately, and not copied."""

from collections.abc import Iterator
from datetime import date, timedelta

from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.word_patterns import runs
from prep.file_problems import Place

MAX_AGE = timedelta(days=365)
MAX_AGE_OF_MEDICINES = timedelta(days=182)
"""What is told about a medicine changes faster than most."""

MEDICINES = "treatments"
"""How the names of the fields begin that tell which treatments people have."""

SHARED_RUN = 8
"""Words in a row that would be a source's own sentence."""


def unused_source(inspected: LintContext) -> Iterator[Finding]:
    """Every source is cited.

    Bad: a source that no question names
    Good: a source that at least one question names
    """
    cited = {citation.id for _place, one in inspected.sourced for citation in one.sources}
    if inspected.bank.trials:
        cited |= {citation.id for citation in inspected.bank.trials.sources}
    for index, source in enumerate(inspected.bank.sources):
        if source.id not in cited:
            yield ("sources", index, "id"), "no question names this source"


def stale_source(inspected: LintContext) -> Iterator[Finding]:
    """Every source, and each question against its sources, was looked at within a year, and not in the future.

    What is told about a medicine was looked at within half a year.

    Bad: source_checked: 2019-05-01
    Good: a day in the last twelve months
    """
    for index, source in enumerate(inspected.bank.sources):
        yield from _age(("sources", index, "checked"), "this source was", source.checked, inspected.today)
    for place, one in inspected.sourced:
        is_of_a_medicine = place[0] == "urgent" and any(field.startswith(MEDICINES) for field in one.applies_to)
        most = MAX_AGE_OF_MEDICINES if is_of_a_medicine else MAX_AGE
        yield from _age((*place, "source_checked"), "sources were", one.source_checked, inspected.today, most)


def shared_wording(inspected: LintContext) -> Iterator[Finding]:
    """Wording is ours: never eight words in a row from a source document.

    Bad: a sentence copied from a document
    Good: the same matter in our own words
    """
    if inspected.documents is None:
        return
    files = (path for path in sorted(inspected.documents.rglob("*")) if path.is_file())
    documents = [path.read_text(encoding="utf-8") for path in files]
    theirs = {run for document in documents for run in runs(document, SHARED_RUN)}
    for place, text in inspected.everything_read:
        shared = next((run for run in runs(text, SHARED_RUN) if run in theirs), None)
        if shared:
            yield place, f"{place[-1]} stands word for word in a source: {' '.join(shared)!r}"


def _age(place: Place, what: str, checked: date, today: date, most: timedelta = MAX_AGE) -> Iterator[Finding]:
    if checked < today - most:
        yield place, f"{what} last checked on {checked}, over {'a' if most == MAX_AGE else 'half a'} year ago"
    if checked > today + timedelta(days=1):
        yield place, f"{what} said to be checked on {checked}, which is still to come"
