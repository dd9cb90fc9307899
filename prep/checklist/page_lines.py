"""Proposes lines for page one: what the agendas, the worries, the facts and the rank each would put on it, in order.

Whether a line gets a place is decided in `page.py`.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain, zip_longest

from prep.bank.agendas import Agenda
from prep.bank.models import Question
from prep.checklist.fitting import Fitting, Ranked

PAGE_SIZE = 12
PER_SECTION = 3
"""The most questions under one heading, where nothing but their rank brings them."""


class Step(Enum):
    """What gives a question its place."""

    UNKNOWN = "not known"
    AGENDA = "agenda"
    WORRY = "worry"
    FACT = "fact"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Line:
    """A question for the page, and what proposes it."""

    question: Question
    step: Step
    by: str = ""
    """The id of the agenda, the worry or the fact."""


def unknown_lines(fits: Fitting) -> Iterator[Line]:
    """Yield what the agendas want to know and the person does not."""
    for agenda in fits.agendas:
        for question in fits.named(agenda.unknowns):
            if fits.person.lacks(question):
                yield Line(question, Step.UNKNOWN, agenda.id)


def agenda_lines(fits: Fitting) -> Iterator[Line]:
    """Yield what the agendas name, each in its turn; those that lead come before the others."""
    others = [agenda for agenda in fits.agendas if not agenda.leads]
    return chain(leading_lines(fits), _taking_turns(others, fits))


def leading_lines(fits: Fitting) -> Iterator[Line]:
    """Yield what the agendas that lead name, each in its turn."""
    return _taking_turns([agenda for agenda in fits.agendas if agenda.leads], fits)


def _taking_turns(agendas: Iterable[Agenda], fits: Fitting) -> Iterator[Line]:
    turns = zip_longest(*(_in_turns(agenda, fits) for agenda in agendas))
    return filter(None, chain.from_iterable(turns))


def _in_turns(agenda: Agenda, fits: Fitting) -> list[Line | None]:
    """Return what an agenda names, deadlines first; it sits out the turns before its own."""
    named = fits.named((*agenda.deadlines, *(one for one in agenda.questions if one not in agenda.deadlines)))
    lines = [Line(question, Step.AGENDA, agenda.id) for question in named if _is_open(question, fits)]
    return [*[None] * (agenda.turn - 1), *lines]


def worry_lines(fits: Fitting) -> Iterator[Line]:
    """Yield what fits each worry best, each worry in its turn; its first line is a gentle one, if there is any."""
    by_worry: dict[str, list[Ranked]] = {worry: [] for worry in fits.person.concerns}
    for one in fits.ranked:
        for worry in one.question.concerns:
            if worry in by_worry and not one.question.has_a_place_on_paper:
                by_worry[worry].append(one)
    turns = zip_longest(
        *([Line(question, Step.WORRY, worry) for question in _gentle_first(ones)] for worry, ones in by_worry.items())
    )
    return filter(None, chain.from_iterable(turns))


def _gentle_first(ones: list[Ranked]) -> list[Question]:
    """Return as many of the best as a page holds, behind the best that is not sensitive."""
    best = [one.question for one in heapq.nsmallest(PAGE_SIZE, ones)]
    gentle = [one.question for one in heapq.nsmallest(1, (one for one in ones if not one.question.sensitive))]
    return [*gentle, *(question for question in best if question not in gentle)]


def fact_lines(fits: Fitting) -> Iterator[Line]:
    """Yield the first line of each fact that fits, the most decisive fact first."""
    for fact in fits.facts:
        for question in list(fits.named(fact.questions))[:1]:
            yield Line(question, Step.FACT, fact.id)


def rank_lines(fits: Fitting, placed: Iterable[Question]) -> Iterator[Line]:
    """Yield the rest by rank, of each heading as many as it has room for beside what is placed."""
    on_page = {question.id: question.section for question in placed}
    in_section = Counter(on_page.values())
    by_section: defaultdict[str, list[Ranked]] = defaultdict(list)
    for one in fits.ranked:
        question = one.question
        if question.id not in on_page and not question.has_a_place_on_paper and _is_open(question, fits):
            by_section[question.section].append(one)
    best = (heapq.nsmallest(PER_SECTION - in_section[section], ones) for section, ones in by_section.items())
    return (Line(one.question, Step.RANK) for one in sorted(chain.from_iterable(best)))


def _is_open(question: Question, fits: Fitting) -> bool:
    """Return whether the question may come unless the person asks for what is sensitive."""
    return not question.sensitive or fits.person.is_concerned(question)
