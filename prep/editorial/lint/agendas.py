"""Checks of the agendas: each is somebody’s and none everybody’s, no situation is without one, and people meet it."""

from collections import Counter
from collections.abc import Iterator

from prep.bank.model_types import UNSURE
from prep.checklist.matching import Matcher
from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.reachability import is_met

FEWEST_PEOPLE = 3
"""People in the scenarios who must meet an agenda before anyone can tell if it serves them."""


def nobodys_agenda(inspected: LintContext) -> Iterator[Finding]:
    """Each agenda can reach someone whose answers go together.

    Bad: an agenda for stage 0 that also asks for a treatment of cancer that has spread
    Good: an agenda for stage IV that also asks for it
    """
    for place, agenda in enumerate(inspected.bank.agendas):
        if not is_met(inspected.bank, agenda):
            yield ("agendas", place, "applies_to"), "no answers that go together bring it to anyone; ease `applies_to`"


def everybodys_agenda(inspected: LintContext) -> Iterator[Finding]:
    """No agenda is open to everyone: then it is no decision, and its questions belong to the rank.

    Bad: an agenda that applies whatever people answer
    Good: an agenda that applies when a treatment has stopped working
    """
    everyone = [Matcher(inspected.bank, answers) for answers in inspected.situations]
    for place, agenda in enumerate(inspected.bank.agendas):
        if all(told.is_in(agenda) for told in everyone):
            yield ("agendas", place, "applies_to"), "it applies to everyone; say whose decision it is"


def useless_unknown(inspected: LintContext) -> Iterator[Finding]:
    """What an agenda wants to know is asked of people who said that they do not know it.

    Bad: an unknown that names a question for everyone
    Good: an unknown that names a question which applies to “not sure” alone
    """
    by_id = {question.id: question for question in inspected.bank.questions}
    for place, agenda in enumerate(inspected.bank.agendas):
        for number, unknown in enumerate(agenda.unknowns):
            if (UNSURE,) not in by_id[unknown].applies_to.values():
                at = ("agendas", place, "unknowns", number)
                yield at, f"{unknown!r} is not kept for those who are not sure; name it under `questions`"


def situation_without_agenda(inspected: LintContext) -> Iterator[Finding]:
    """Whoever answers what the form asks everyone finds an agenda open, so that the page is theirs.

    Bad: people who answer that treatment stopped working, and no agenda applies to them
    Good: an agenda for them
    """
    agendas = inspected.bank.agendas
    told = ((answers, Matcher(inspected.bank, answers)) for answers in inspected.situations if agendas)
    without = [answers for answers, one in told if not any(one.is_in(agenda) for agenda in agendas)]
    for answers in without[:1]:
        said = ", ".join(f"{field}: {option}" for field, options in answers.by_field.items() for option in options)
        others = f", nor have {len(without) - 1} more of the combinations" if without[1:] else ""
        yield ("agendas",), f"people who answer {said} have no agenda{others}"


def agenda_met_by_few(inspected: LintContext) -> Iterator[Finding]:
    """Each agenda is met by at least three people who differ, where scenarios are given.

    Bad: an agenda that one person of the scenarios meets
    Good: an agenda that three of them meet, each with other answers
    """
    if inspected.people is None:
        return
    differing = {frozenset(answers.by_field.items()): answers for answers in inspected.people}
    met: Counter[str] = Counter()
    for answers in differing.values():
        told = Matcher(inspected.bank, answers)
        met.update(agenda.id for agenda in inspected.bank.agendas if told.is_in(agenda))
    for place, agenda in enumerate(inspected.bank.agendas):
        if met[agenda.id] < FEWEST_PEOPLE:
            yield (
                ("agendas", place, "id"),
                f"{met[agenda.id]} people in the scenarios meet it; have {FEWEST_PEOPLE}",
            )
