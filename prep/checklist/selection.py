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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import CONCERNS, UNSURE
from prep.bank.models import Notice, Part, Question, Urgent, Wording
from prep.checklist.answers import Answers
from prep.checklist.matching import Matcher, names_all, options_to_name, stands_for
from prep.checklist.narrowness import Narrowness
from prep.checklist.trial_words import trial_words

PAGE_SIZE = 12
PER_SECTION = 3
URGENT_SIZE = 6
"""The most lines that tell a person to call at once. Whoever reads many reads none."""

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

    wording: Wording | None = None
    """How it reads for this person, of whom more is known."""


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


class _Person:
    """The answers, prepared for quick comparison with every question."""

    def __init__(self, bank: Bank, answers: Answers) -> None:
        self._fields = {field.id: field for field in bank.fields}
        self._answers = answers
        self._concerns = answers.to(CONCERNS)
        told = Matcher(bank, answers)
        self._blank = [
            field
            for field in bank.fields
            if field.kind == "one" and not answers.to(field.id) and told.fits(field.applies_to)
        ]
        self._names_all = partial(names_all, [*options_to_name(bank)])
        self.fits, self.is_for = told.fits, told.is_for
        self._tells, self._meets_any = told.tells, told.meets_any
        self._narrowness = Narrowness(bank)
        self._told = [
            (stands_for(bank, field, option), Reason(field, option))
            for field in bank.fields
            for option in field.options
            if option.id in answers.to(field.id)
        ]
        self.searches = tuple(trial_words(bank, answers, told))
        self.concerns = [option.id for option in bank.concerns if option.id in answers.to(CONCERNS)]

    def told(self, lines: Iterable[Urgent]) -> Iterator[Urgent]:
        """Yield what the person is told, of what the bank tells."""
        return (one for one in lines if self.fits(one.applies_to) and not self._meets_any(one.not_for))

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
        rank += self._narrowness.of(question.applies_to)
        for field, options in question.especially_for.items():
            rank += self._tells(field, options)
        return rank

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
            wording=next((one for one in question.instead if self.fits(one.applies_to)), None),
            is_for_all=not applies_to and not question.not_for and self._names_all(question),
            unsaid=tuple(
                field for field in self._blank if field.id in question.applies_to or field.id in question.not_for
            ),
        )


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
