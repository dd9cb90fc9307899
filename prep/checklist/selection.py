"""Picks the questions that fit the answers, and says why each one is there.

From all questions that apply, the page gets, in this order: facts the person does not have; one
question for every concern they ticked; then the most specific and most important ones, at most three
in a section, until the page holds a dozen. Every step is a plain rule, so that the same answers give
the same page and each question can say in one sentence why it is there. The cost grows with the size
of the bank and no faster.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from prep.bank.bank import Bank
from prep.bank.models import Notice, Part, Question, Urgent
from prep.checklist.answers import Answers
from prep.checklist.person import Person, Pick

PAGE_SIZE = 12
PER_SECTION = 3
URGENT_SIZE = 6
"""The most lines that tell a person to call at once. Whoever reads many reads none."""

TOP = 3
"""How many questions stand in the box on top until a person chooses their own."""


@dataclass(frozen=True, slots=True)
class Selection:
    """All that applies. Questions for the page come most important first, the rest in bank order."""

    page_one: tuple[Pick, ...]
    more: tuple[Pick, ...]
    notices: tuple[Notice, ...]
    urgent: tuple[Urgent, ...]
    """The most dangerous first."""

    help_now: tuple[Urgent, ...]
    searches: tuple[str, ...]
    """Words to search clinical trials with, in the language of the place that takes them."""

    parts: frozenset[Part]
    """The parts of the printed pack that are useful to these people."""


def select(bank: Bank, answers: Answers) -> Selection:
    """Return the questions of `bank` that apply to `answers`."""
    person = Person(bank, answers)
    ranked = [
        _Ranked(-person.rank(question), order, question)
        for order, question in enumerate(bank.questions)
        if person.is_for(question)
    ]
    page = sorted(_page(ranked, person), key=lambda one: _place(one, person))
    on_page = {one.order for one in page}
    return Selection(
        page_one=tuple(person.pick(one.question) for one in page),
        more=tuple(person.pick(one.question) for one in ranked if one.order not in on_page),
        notices=tuple(notice for notice in bank.notices if person.fits(notice.applies_to)),
        urgent=tuple(islice(person.told(bank.urgent), URGENT_SIZE)),
        help_now=tuple(person.told(bank.help_now)),
        searches=person.searches,
        parts=frozenset(part for part in Part if person.fits(bank.pack.get(part, {}))),
    )


class _Ranked(NamedTuple):
    """A question in its place: these compare by rank, then by their order in the bank."""

    minus_rank: float
    order: int
    question: Question


def _place(one: _Ranked, person: Person) -> tuple[float, int]:
    """Return where a question stands on the page: missing facts first, in the bank's order; then by rank."""
    return (-math.inf if person.lacks(one.question) else one.minus_rank, one.order)


def _page(ranked: Iterable[_Ranked], person: Person) -> list[_Ranked]:
    open_to = [one for one in ranked if person.is_concerned(one.question) or not one.question.sensitive]
    page = [one for one in open_to if person.lacks(one.question)]
    for concern in person.concerns:
        if not any(concern in one.question.concerns for one in page):
            about = (one for one in open_to if concern in one.question.concerns)
            page.extend(heapq.nsmallest(1, about))
    return page + _fill(open_to, page)


def _fill(open_to: Iterable[_Ranked], page: list[_Ranked]) -> list[_Ranked]:
    """Return the most important of the rest, as many as the page still has room for."""
    taken = {one.order for one in page}
    by_section: Mapping[str, list[_Ranked]] = defaultdict(list)
    for one in open_to:
        if one.order not in taken:
            by_section[one.question.section].append(one)
    on_page = Counter(one.question.section for one in page)
    candidates = [
        one for section, ones in by_section.items() for one in heapq.nsmallest(PER_SECTION - on_page[section], ones)
    ]
    return heapq.nsmallest(PAGE_SIZE - len(page), candidates)
