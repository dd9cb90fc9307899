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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from prep.bank.bank import Bank
from prep.bank.models import CONCERNS, UNSURE, AppliesTo, FormField, Notice, Option, Part, Question, Urgent
from prep.checklist.answers import Answers
from prep.checklist.matching import Matcher, names_all, options_to_name

PAGE_SIZE = 12
PER_SECTION = 3
TOP = 3
"""How many questions stand in the box on top until a person chooses their own."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer that brought a question to the list."""

    field: FormField
    option: Option


@dataclass(frozen=True, slots=True)
class Pick:
    """A question that applies, and why it does."""

    question: Question
    reasons: tuple[Reason, ...]
    """The answers that brought it."""

    unsaid: tuple[FormField, ...]
    """What was left blank, and might have kept it away."""

    is_for_all: bool
    """It applies whatever people answer."""


@dataclass(frozen=True, slots=True)
class Selection:
    """All that applies. Questions for the page come most important first, the rest in bank order."""

    page_one: tuple[Pick, ...]
    more: tuple[Pick, ...]
    notices: tuple[Notice, ...]
    urgent: tuple[Urgent, ...]
    searches: tuple[str, ...]
    """Words to search clinical trials with, in the language of the place that takes them."""

    parts: frozenset[Part]
    """The parts of the printed pack that are useful to these people."""


def select(bank: Bank, answers: Answers) -> Selection:
    """Return the questions of `bank` that apply to `answers`."""
    person = _Person(bank, answers)
    ranked = [
        _Ranked(-person.rank(question), order, question)
        for order, question in enumerate(bank.questions)
        if person.is_for(question)
    ]
    page = sorted(_page(ranked, person), key=person.place_of)
    on_page = {one.order for one in page}
    return Selection(
        page_one=tuple(person.pick(one.question) for one in page),
        more=tuple(person.pick(one.question) for one in ranked if one.order not in on_page),
        notices=tuple(notice for notice in bank.notices if person.fits(notice.applies_to)),
        urgent=tuple(urgent for urgent in bank.urgent if person.fits(urgent.applies_to)),
        searches=person.searches,
        parts=frozenset(part for part in Part if person.fits(bank.pack.get(part, {}))),
    )


class _Ranked(NamedTuple):
    """A question in its place: these compare by rank, then by their order in the bank."""

    minus_rank: float
    order: int
    question: Question


class _Person:
    """The answers, prepared for quick comparison with every question."""

    def __init__(self, bank: Bank, answers: Answers) -> None:
        self._fields = {field.id: field for field in bank.fields}
        self._answers = answers
        self._concerns = answers.to(CONCERNS)
        self._blank = [field for field in bank.fields if field.kind == "one" and not answers.to(field.id)]
        told = Matcher(bank, answers)
        self._names_all = partial(names_all, [*options_to_name(bank)])
        self.fits, self.is_for, self._tells = told.fits, told.is_for, told.tells
        self._shares = {field.id: _Shares(field) for field in bank.fields}
        self._told = [
            (_stands_for(bank, field, option), Reason(field, option))
            for field in bank.fields
            for option in field.options
            if option.id in answers.to(field.id)
        ]
        self.searches = tuple(_searches(bank, answers, told.fits))
        self.concerns = [option.id for option in _options(bank, CONCERNS) if option.id in answers.to(CONCERNS)]

    def lacks(self, question: Question) -> bool:
        """Return whether the question finds out something that the person said they do not know.

        A detail that was left blank was not asked for, so it does not come first.
        """
        return any(
            tuple(options) == (UNSURE,) and (self._answers.to(field) or not self._fields[field].detail)
            for field, options in question.applies_to.items()
        )

    def place_of(self, one: "_Ranked") -> tuple[float, int]:
        """Return where the question stands on the page: missing facts first, in the bank's order; then by rank."""
        return (-math.inf if self.lacks(one.question) else one.minus_rank, one.order)

    def is_concerned(self, question: Question) -> bool:
        return not self._concerns.isdisjoint(question.concerns)

    def rank(self, question: Question) -> float:
        rank: float = question.priority + self.is_concerned(question)
        rank += self._narrowness(question.applies_to)
        for field, options in question.especially_for.items():
            rank += self._tells(field, options)
        return rank

    def _narrowness(self, condition: AppliesTo) -> float:
        """Return how few people meet the condition: for each aspect, the share of answers that do not."""
        met: dict[str, float] = {}
        for field, options in condition.items():
            shares = self._shares[field]
            met[shares.aspect] = met.get(shares.aspect, 1.0) * shares.of(options)
        return len(met) - sum(met.values())

    def pick(self, question: Question) -> Pick:
        applies_to, especially_for = question.applies_to, question.especially_for
        return Pick(
            question,
            reasons=tuple(
                reason
                for meant, reason in self._told
                if any(
                    option in applies_to.get(field, ())
                    or option in especially_for.get(field, ())
                    or (field == CONCERNS and option in question.concerns)
                    for field, option in meant
                )
            ),
            is_for_all=not applies_to and not question.not_for and self._names_all(question),
            unsaid=tuple(
                field for field in self._blank if field.id in question.applies_to or field.id in question.not_for
            ),
        )


class _Shares:
    """What part of a field's answers some of its options are. Those that must be named are not counted."""

    def __init__(self, field: FormField) -> None:
        self.aspect = field.aspect or field.id
        self._each = 1 / sum(not option.must_be_named for option in field.options)
        self._uncounted = frozenset(option.id for option in field.options if option.must_be_named)

    def of(self, options: Sequence[str]) -> float:
        counted = len(options) if self._uncounted.isdisjoint(options) else len(set(options) - self._uncounted)
        return counted * self._each


def _stands_for(bank: Bank, field: FormField, option: Option) -> tuple[tuple[str, str], ...]:
    """Return each field and option that a condition may name to mean this answer."""
    fields = (field.id, *(one.id for one in bank.fields if field.id in one.gathers))
    return tuple((one, meant) for one in fields for meant in filter(None, (option.id, option.is_a)))


def _searches(bank: Bank, answers: Answers, fits: Callable[[AppliesTo], bool]) -> Iterator[str]:
    """Yield a phrase's words where all that it means holds, and the words of every answer that is in no such phrase."""
    said = [phrase for phrase in bank.phrases if phrase.search and fits(phrase.means)]
    covered = {(field, option) for phrase in said for field, options in phrase.means.items() for option in options}
    yield from (phrase.search for phrase in said if phrase.search)
    for field in bank.fields:
        for option in field.options:
            if option.search and option.id in answers.to(field.id) and (field.id, option.id) not in covered:
                yield option.search


def _page(ranked: Iterable[_Ranked], person: _Person) -> list[_Ranked]:
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


def _options(bank: Bank, field_id: str) -> tuple[Option, ...]:
    return next((field.options for field in bank.fields if field.id == field_id), ())
