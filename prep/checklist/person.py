"""Compares a person's answers with a question: whether it applies, how much it matters, why, and in which words.

The answers are prepared once, so that each of the many questions of a bank costs only a look.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from prep.bank.agendas import Agenda, Fact
from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import CONCERNS, UNSURE
from prep.bank.models import Question, Urgent, Wording
from prep.checklist.answers import Answers
from prep.checklist.matching import Matcher, names_all, stands_for
from prep.checklist.trial_words import trial_words


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

    agenda: Agenda | None = None
    """The open decision or moment that it belongs to."""

    wording: Wording | None = None
    """How it reads for this person, of whom more is known."""


class Person:
    """The answers, prepared for quick comparison with every question."""

    def __init__(self, bank: Bank, answers: Answers) -> None:
        self._fields = {field.id: field for field in bank.fields}
        self._answers = answers
        self._concerns = answers.to(CONCERNS)
        told = Matcher(bank, answers)
        self._matcher = told
        self._bank = bank
        self._names_all = partial(names_all, bank.options_to_name)
        self.fits, self.is_for, self.is_in = told.fits, told.is_for, told.is_in
        self._tells, self._meets_any = told.tells, told.meets_any
        self.possible = told.possible
        self.concerns = [option.id for option in bank.concerns if option.id in answers.to(CONCERNS)]

    @cached_property
    def searches(self) -> tuple[str, ...]:
        """Words to search clinical trials with."""
        return tuple(trial_words(self._bank, self._answers, self._matcher))

    @cached_property
    def puts_worries_first(self) -> bool:
        """Whether the visit is for how the person feels."""
        return any(option.worries_first for _field, option in self._chosen())

    @cached_property
    def _blank(self) -> list[FormField]:
        return [
            field
            for field in self._bank.fields
            if field.kind == "one"
            and not self._answers.to(field.id)
            and field.id not in self.possible
            and self.fits(field.applies_to)
        ]

    @cached_property
    def _told(self) -> list[tuple[tuple[tuple[str, str], ...], Reason]]:
        return [(stands_for(self._bank, field, option), Reason(field, option)) for field, option in self._chosen()]

    def _chosen(self) -> Iterator[tuple[FormField, Option]]:
        for field in self._bank.fields:
            if chosen := self._answers.to(field.id):
                yield from ((field, option) for option in field.options if option.id in chosen)

    def told(self, lines: Iterable[Urgent]) -> Iterator[Urgent]:
        """Yield what the person is told, of what the bank tells."""
        return (one for one in lines if self._holds(one))

    def knows(self, fact: Fact) -> bool:
        """Return whether the person told the fact."""
        return self._holds(fact)

    def may_have(self, question: Question) -> bool:
        """Return whether nothing forbids the question to the person."""
        return not self._meets_any(question.not_for)

    def _holds(self, one: Urgent | Fact) -> bool:
        return self.fits(one.applies_to) and not self._meets_any(one.not_for)

    def lacks(self, question: Question) -> bool:
        """Return whether the question finds out something that the person said they do not know.

        A detail that was left blank was not asked for, so it does not come first.
        """
        return any(
            tuple(options) == (UNSURE,) and (self._answers.to(field) or not self._fields[field].detail)
            for field, options in question.applies_to.items()
        )

    def is_concerned(self, question: Question) -> bool:
        """Return whether the question is about something on the person's mind."""
        return not self._concerns.isdisjoint(question.concerns)

    def rank(self, question: Question) -> float:
        """Return how much the question matters to this person: its own priority, and a point or so for each fit."""
        rank: float = question.priority + self.is_concerned(question)
        rank += self._bank.narrowness.of(question.applies_to)
        for field, options in question.especially_for.items():
            rank += self._tells(field, options)
        return rank

    def wording(self, question: Question) -> Wording | None:
        """Return how the question reads for this person; none where the bank's first words fit."""
        return next((one for one in question.instead if self.fits(one.applies_to)), None)

    def pick(self, question: Question, agenda: Agenda | None = None) -> Pick:
        """Return the question with what brought it, and in the words for this person."""
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
            wording=self.wording(question),
            agenda=agenda,
            is_for_all=not applies_to and not question.not_for and self._names_all(question),
            unsaid=tuple(
                field for field in self._blank if field.id in question.applies_to or field.id in question.not_for
            ),
        )
