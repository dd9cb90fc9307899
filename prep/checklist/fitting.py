"""Finds the agendas and the questions that fit a person, and ranks the questions.

A question fits if it applies to the person, or if an agenda of theirs opens its gate and nothing forbids it. What an
agenda of theirs calls settled does not fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
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
    gates = _Gates.of(person, _agendas(bank, person))
    ranked = (gates.ranked(order, question) for order, question in enumerate(bank.questions))
    return _fitting(bank, gates, ranked)


def refitted(before: Fitting, bank: Bank, person: Person, touched: Iterable[str]) -> Fitting:
    """Return what `fitting` would, for a person whose answers differ only where they decide on the questions `touched`.

    The others keep their place, unless an agenda came or went.
    """
    gates, former = _Gates.of(person, _agendas(bank, person)), _Gates.of(before.person, before.agendas)
    fits = dict(before.by_id)
    for question in {*touched, *(gates.opened ^ former.opened), *(gates.settled ^ former.settled)}:
        fits.pop(question, None)
        order = bank.order[question]
        if one := gates.ranked(order, bank.questions[order]):
            fits[question] = one
    return _fitting(bank, gates, sorted(fits.values(), key=attrgetter("order")))


@dataclass(frozen=True, slots=True)
class _Gates:
    """Which questions the agendas of a person open and settle."""

    person: Person
    agendas: tuple[Agenda, ...]
    opened: frozenset[str]
    settled: frozenset[str]

    @classmethod
    def of(cls, person: Person, agendas: tuple[Agenda, ...]) -> "_Gates":
        return cls(
            person,
            agendas,
            opened=frozenset(one for agenda in agendas for one in agenda.questions if one not in agenda.gated),
            settled=frozenset(question for agenda in agendas for question in agenda.settled),
        )

    def ranked(self, order: int, question: Question) -> Ranked | None:
        """Return the question in its place; nothing where it does not fit."""
        may_come = self.person.may_have if question.id in self.opened else self.person.is_for
        if not may_come(question) or question.id in self.settled:
            return None
        return Ranked(-self.person.rank(question), order, question)


def _agendas(bank: Bank, person: Person) -> tuple[Agenda, ...]:
    return tuple(agenda for agenda in bank.agendas if person.is_in(agenda))


def _fitting(bank: Bank, gates: _Gates, ranked: Iterable[Ranked | None]) -> Fitting:
    fits = tuple(one for one in ranked if one)
    return Fitting(
        person=gates.person,
        agendas=gates.agendas,
        facts=tuple(fact for fact in bank.facts if gates.person.knows(fact)),
        ranked=fits,
        by_id={one.question.id: one for one in fits},
    )
