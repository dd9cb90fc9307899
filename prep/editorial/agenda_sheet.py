"""Lays an agenda out for the clinician who signs it: whose it is, and what it brings, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from prep.bank.agendas import Agenda, Fact
from prep.bank.bank import Bank
from prep.editorial.audience import Requirement, kept_from, requirements


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A question of an agenda, and how it comes to the page."""

    text: str
    id: str
    is_deadline: bool
    is_gated: bool
    """Its own conditions hold here, too; else the agenda brings it past them."""


@dataclass(frozen=True, slots=True)
class AgendaSheet:
    """An agenda as it is signed."""

    agenda: Agenda
    audience: tuple[Requirement, ...]
    hidden_from: tuple[Requirement, ...]
    lines: tuple[AgendaLine, ...]
    unknowns: tuple[str, ...]
    """What it asks of those who do not know it."""

    settled: tuple[str, ...]
    """What it takes away."""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """A fact, whom it is told by, and what it brings, best first."""

    fact: Fact
    audience: tuple[Requirement, ...]
    questions: tuple[str, ...]


def agenda_sheets(bank: Bank) -> Iterator[AgendaSheet]:
    """Yield every agenda of the bank, in the order in which they take turns."""
    texts = {question.id: question.text for question in bank.questions}
    for agenda in bank.agendas:
        yield AgendaSheet(
            agenda,
            requirements(bank, agenda.applies_to),
            kept_from(bank, agenda.not_for),
            tuple(
                AgendaLine(texts[one], one, one in agenda.deadlines, one in agenda.gated) for one in agenda.questions
            ),
            tuple(texts[one] for one in agenda.unknowns),
            tuple(texts[one] for one in agenda.settled),
        )


def fact_sheets(bank: Bank) -> Iterator[FactSheet]:
    """Yield every fact of the bank, the most decisive first."""
    texts = {question.id: question.text for question in bank.questions}
    for fact in bank.facts:
        yield FactSheet(fact, requirements(bank, fact.applies_to), tuple(texts[one] for one in fact.questions))
