"""Asks of a bank that loads: is it good? Each check is a small generator; its name is the check's id."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from pathlib import Path

from prep.bank import Bank, Question
from prep.links import Place
from prep.loader import BankFile, Problem
from prep.wording import runs, unexplained, word_bag, words

MAX_WORDS = 25
MAX_AGE = timedelta(days=365)
TOO_ALIKE = 0.7
"""Share of words in common from which two questions say the same."""
SHARED_RUN = 8
"""Words in a row that would be a source's own sentence."""

Finding = tuple[Place, str]


@dataclass(frozen=True)
class Inspected:
    """What a check looks at."""

    bank: Bank
    today: date
    documents: Path | None

    @cached_property
    def questions(self) -> tuple[tuple[Place, Question], ...]:
        """The questions with their places in the file."""
        return tuple((("questions", index), question) for index, question in enumerate(self.bank.questions))


def check(path: Path, today: date, documents: Path | None = None) -> tuple[Problem, ...]:
    """Return everything that is not good in the bank at `path`, in the order of the file.

    Raises:
        BankError: the bank does not even load.
    """
    file = BankFile(path)
    inspected = Inspected(file.bank(), today, documents)
    findings = [
        file.problem(place, f"{message} [{one.__name__.replace('_', '-')}]")
        for one in CHECKS
        for place, message in one(inspected)
    ]
    return tuple(sorted(findings))


def unused_source(inspected: Inspected) -> Iterator[Finding]:
    """Every source is cited.

    Bad: a source that no question names
    Good: a source that at least one question names
    """
    cited = {citation.id for question in inspected.bank.questions for citation in question.sources}
    for index, source in enumerate(inspected.bank.sources):
        if source.id not in cited:
            yield ("sources", index, "id"), "no question names this source"


def stale_source(inspected: Inspected) -> Iterator[Finding]:
    """Every question was compared with its sources within a year, and not in the future.

    Bad: source_checked: 2019-05-01
    Good: a day in the last twelve months
    """
    for place, question in inspected.questions:
        checked = question.source_checked
        if checked < inspected.today - MAX_AGE:
            yield (*place, "source_checked"), f"sources were last checked on {checked}, over a year ago"
        if checked > inspected.today + timedelta(days=1):
            yield (
                (*place, "source_checked"),
                f"sources cannot have been checked on {checked}: it is still to come",
            )


def too_long(inspected: Inspected) -> Iterator[Finding]:
    """A question can be said in one breath.

    Bad: Could you please tell me, in as much detail as … (and so on for 30 words)?
    Good: What side effects should I expect?
    """
    for place, question in inspected.questions:
        count = len(words(question.text))
        if count > MAX_WORDS:
            yield (*place, "text"), f"{count} words; at most {MAX_WORDS} can be said in one breath"


def no_question_mark(inspected: Inspected) -> Iterator[Finding]:
    """A question asks.

    Bad: Tell me about scans.
    Good: How often will I have scans?
    """
    for place, question in inspected.questions:
        if not question.text.endswith("?"):
            yield (*place, "text"), "does not end with a question mark"


def near_duplicate(inspected: Inspected) -> Iterator[Finding]:
    """No two questions say the same.

    Bad: "How often will I have a scan?" beside "How often will I have scans?"
    Good: one of them
    """
    bags = [(place, question, word_bag(question.text)) for place, question in inspected.questions]
    for (_first_place, first, ours), (place, second, theirs) in combinations(bags, 2):
        if len(ours & theirs) >= TOO_ALIKE * len(ours | theirs):
            yield (
                (*place, "text"),
                f"says nearly the same as {first.id!r}: {first.text!r} and {second.text!r}",
            )


def unexplained_term(inspected: Inspected) -> Iterator[Finding]:
    """Each medical word has a plain sentence in `terms`.

    Bad: "Do I need an oophorectomy?" where no term explains it
    Good: the same, with a term for it
    """
    explained = [term.pattern() for term in inspected.bank.terms]
    for place, question in inspected.questions:
        for key, text in (("text", question.text), ("why", question.why)):
            for word in unexplained(text, explained):
                yield (*place, key), f"{word!r} looks like a medical word; explain it in `terms`"


def unused_term(inspected: Inspected) -> Iterator[Finding]:
    """Each term explains a word that a person meets.

    Bad: a term that no question and no field uses
    Good: a term that one of them uses
    """
    texts = "\n".join(text for place, text in _everything_read(inspected.bank) if place[0] in {"fields", "questions"})
    for index, term in enumerate(inspected.bank.terms):
        if not term.pattern().search(texts):
            yield ("terms", index, "term"), "no question and no field uses this term"


def shared_wording(inspected: Inspected) -> Iterator[Finding]:
    """Wording is ours: never eight words in a row from a source document.

    Bad: a sentence copied from a document
    Good: the same matter in our own words
    """
    if inspected.documents is None:
        return
    documents = [path.read_text(encoding="utf-8") for path in sorted(inspected.documents.iterdir())]
    theirs = {run for document in documents for run in runs(document, SHARED_RUN)}
    for place, text in _everything_read(inspected.bank):
        shared = next((run for run in runs(text, SHARED_RUN) if run in theirs), None)
        if shared:
            yield place, f"{place[-1]} stands word for word in a source: {' '.join(shared)!r}"


CHECKS: tuple[Callable[[Inspected], Iterable[Finding]], ...] = (
    unused_source,
    stale_source,
    too_long,
    no_question_mark,
    near_duplicate,
    unexplained_term,
    unused_term,
    shared_wording,
)


def _everything_read(bank: Bank) -> Iterator[tuple[Place, str]]:
    """Yield every text of our own that a person reads, with its place. Titles of sources are names."""
    for index, field in enumerate(bank.fields):
        at: Place = ("fields", index)
        yield from _texts(at, field, "label", "hint", "ask")
        for place, option in enumerate(field.options):
            yield from _texts((*at, "options", place), option, "label", "hint", "short", "ask")
    for index, term in enumerate(bank.terms):
        yield from _texts(("terms", index), term, "text")
    for index, notice in enumerate(bank.notices):
        yield from _texts(("notices", index), notice, "text")
    for index, question in enumerate(bank.questions):
        yield from _texts(("questions", index), question, "text", "why")


def _texts(at: Place, entry: object, *keys: str) -> Iterator[tuple[Place, str]]:
    return (((*at, key), text) for key in keys if (text := getattr(entry, key)))
