"""Finds the agendas and the questions that fit a person, and ranks the questions.

A question fits if it applies to the person, or if an agenda of theirs opens its gate and nothing forbids it. What an
agenda of theirs calls settled does not fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from prep.bank.agendas import Agenda, Fact
from prep.bank.bank import Bank
from prep.bank.models import Question
from prep.checklist.person import Person


class Ranked(NamedTuple):
    """A question in its place: these compare by rank, then by their order in the bank."""

    minus_rank: float
    order: int
    question: Question


@dataclass(frozen=True, slots=True)
class Fitting:
    """What fits one person."""

    person: Person
    agendas: tuple[Agenda, ...]
    facts: tuple[Fact, ...]
    """What they know that decides something, the most decisive first."""

    ranked: tuple[Ranked, ...]
    """Every question that fits, in the bank's order."""

    by_id: Mapping[str, Ranked]

    def named(self, ids: Iterable[str]) -> Iterator[Question]:
        """Yield those of the questions that fit, in the order given."""
        return (self.by_id[one].question for one in ids if one in self.by_id)

    def agenda_of(self, question: Question) -> Agenda | None:
        """Return the first agenda that names the question."""
        return next((agenda for agenda in self.agendas if question.id in agenda.questions), None)


def fitting(bank: Bank, person: Person) -> Fitting:
    """Return the agendas, facts and questions of `bank` that fit `person`."""
    agendas = tuple(agenda for agenda in bank.agendas if person.is_in(agenda))
    opened = {one for agenda in agendas for one in agenda.questions if one not in agenda.gated}
    settled = {question for agenda in agendas for question in agenda.settled}
    ranked = tuple(
        Ranked(-person.rank(question), order, question)
        for order, question in enumerate(bank.questions)
        if (person.may_have(question) if question.id in opened else person.is_for(question))
        and question.id not in settled
    )
    return Fitting(
        person=person,
        agendas=agendas,
        facts=tuple(fact for fact in bank.facts if person.knows(fact)),
        ranked=ranked,
        by_id={one.question.id: one for one in ranked},
    )
