"""Checks of the bank as a whole: everyone finds enough, each question finds someone, and none has a twin."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from prep.bank.bank import Bank
from prep.bank.model_types import CONCERNS
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.matching import Matcher
from prep.checklist.page_lines import PAGE_SIZE
from prep.editorial.coverage import Cell, cells
from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.reachability import are_shown_together, is_reachable
from prep.editorial.lint.word_patterns import gist

TOO_ALIKE = 0.55
"""Share of meaningful words in common from which two questions say the same."""
ENOUGH_IN_ALL = 3 * PAGE_SIZE
ENOUGH_ON_CONCERN = 3


def near_duplicate(inspected: LintContext) -> Iterator[Finding]:
    """No two questions on one list say the same.

    Bad: "How often will I have a scan?" beside "How often will I be having scans?"
    Good: one of them
    """
    gists = [(place, question, gist(question.text)) for place, question in inspected.questions]
    for (_first_place, first, ours), (place, second, theirs) in combinations(gists, 2):
        alike = len(ours & theirs) >= TOO_ALIKE * len(ours | theirs)
        if alike and first.id != second.id and are_shown_together(inspected.bank, first, second):
            yield (
                (*place, "text"),
                f"says nearly the same as {first.id!r}: {first.text!r} and {second.text!r}",
            )


def unreachable(inspected: LintContext) -> Iterator[Finding]:
    """Each question can reach someone, on page one or in the list, whose answers go together.

    Bad: a question for stage 0 only that also asks for a treatment of cancer that has spread
    Good: a question for stage IV that also asks for it
    """
    for place, question in inspected.questions:
        if not is_reachable(inspected.bank, question):
            yield (*place, "applies_to"), "no answers that go together bring it to anyone; ease `applies_to`"


def coverage_gap(inspected: LintContext) -> Iterator[Finding]:
    """Whatever people answer, their page is full, there is more to choose from, and a concern meets questions.

    Bad: a concern that two questions name, or that somebody can tick and then find no question about
    Good: a concern that three questions name, one of them for everyone
    """
    everyone = cells(inspected.bank)
    for cell in everyone:
        yield from _thin_cell(cell)
    left_alone = _left_alone(inspected.bank, everyone)
    for index, field in enumerate(inspected.bank.fields):
        if field.id == CONCERNS:
            for place, option in enumerate(field.options):
                at = ("fields", index, "options", place, "id")
                messages = _thin_concern(inspected.bank, option.id, left_alone[option.id])
                yield from ((at, message) for message in messages)


def _left_alone(bank: Bank, everyone: tuple[Cell, ...]) -> Mapping[str, list[str]]:
    """Return by concern the people who can tick it and find no question about it."""
    found: Mapping[str, list[str]] = defaultdict(list)
    for cell in everyone:
        told = Matcher(bank, cell.answers)
        met = {concern for question in bank.questions if told.is_for(question) for concern in question.concerns}
        for option in bank.concerns:
            if option.id not in met and _is_offered(bank, option.id, cell):
                found[option.id].append(cell.label)
    return found


def _is_offered(bank: Bank, concern: str, cell: Cell) -> bool:
    """Return whether people in the cell can tick the concern without being asked if that can be right."""
    return not conflicts(bank, Answers.of({**cell.answers.by_field, CONCERNS: [concern]}))


def _thin_cell(cell: Cell) -> Iterator[Finding]:
    who = f"people who answer {cell.label!r}"
    if cell.page_one < PAGE_SIZE:
        yield ("questions",), f"{who} get {cell.page_one} questions on page one, which holds {PAGE_SIZE}"
    if cell.in_all < ENOUGH_IN_ALL:
        yield ("questions",), f"{who} get {cell.in_all} questions in all; give them {ENOUGH_IN_ALL} to choose from"


def _thin_concern(bank: Bank, concern: str, left_alone: Sequence[str]) -> Iterator[str]:
    total = sum(concern in question.concerns for question in bank.questions)
    if total < ENOUGH_ON_CONCERN:
        yield f"the concern {concern!r} has {total} of at least {ENOUGH_ON_CONCERN} questions"
    if left_alone:
        yield (
            f"the concern {concern!r} finds no question for people who answer {left_alone[0]!r}"
            + (f", nor for {len(left_alone) - 1} more of the combinations" if left_alone[1:] else "")
        )
