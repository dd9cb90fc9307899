"""The question bank: all entries of `questions.yaml` together, and what is looked up in them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated

from pydantic import Field

from prep.bank.agendas import Agenda, Fact
from prep.bank.form_models import FormField, Implication, Option, Phrase
from prep.bank.former_fields import former_fields
from prep.bank.list_cells import OtherIllness, Overruling
from prep.bank.model_types import CONCERNS, AppliesTo, BankModel, Id, Text
from prep.bank.models import Notice, Part, Question, Section, Source, Sourced, Term, TrialSearch, Urgent
from prep.bank.narrowness import Narrowness


class Bank(BankModel):
    """All that a person reads about the illness, and the form that picks from it."""

    version: Text
    subject: Text = Field(description="The illness, as it reads after “questions about”.")
    retired: tuple[Id, ...] = Field(default=(), description="Ids of questions taken out. They are never used again.")
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    fields: tuple[FormField, ...]
    phrases: tuple[Phrase, ...] = ()
    says_nothing: tuple[Text, ...] = Field(
        default=(), description="Words that may stand beside answers in a cell of a list, and answer nothing."
    )
    other_illness: OtherIllness = Field(
        default=OtherIllness(), description="How a cell of a list shows that a visit may be about another illness."
    )
    overruling: tuple[Overruling, ...] = Field(
        default=(), description="Words in cells of a list by which answers of other cells no longer count."
    )
    implied: tuple[Implication, ...] = Field(default=(), description="What answers say of fields that are left blank.")
    terms: tuple[Term, ...] = ()
    notices: tuple[Notice, ...] = ()
    urgent: tuple[Urgent, ...] = Field(default=(), description="The most dangerous first: few are shown at once.")
    help_now: tuple[Urgent, ...] = Field(default=(), description="Whom people can call who are low or afraid.")
    trials: TrialSearch | None = None
    pack: Mapping[Part, AppliesTo] = Field(
        default={}, description="Parts of the whole pack that are for these people only."
    )
    agendas: tuple[Agenda, ...] = Field(
        default=(), description="What may be open at a visit. Those that apply to a person take turns on the page."
    )
    facts: tuple[Fact, ...] = Field(default=(), description="What decides something once it is known; the most first.")
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    @property
    def last_checked(self) -> date:
        """The oldest day on which a text's sources were compared: nothing was checked before it."""
        return min(one.source_checked for one in self.sourced)

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician has signed every question, and all that tells people to call."""
        return all(one.is_reviewed for one in self.sourced)

    @property
    def sourced(self) -> tuple[Sourced, ...]:
        """Everything that a clinician can sign."""
        return (*self.questions, *self.agendas, *self.urgent, *self.help_now)

    @property
    def concerns(self) -> tuple[Option, ...]:
        """What people can say is on their mind."""
        return next((field.options for field in self.fields if field.id == CONCERNS), ())

    @property
    def asked_fields(self) -> tuple[FormField, ...]:
        """The fields that the form asks for."""
        return tuple(field for field in self.fields if not field.gathers)

    @property
    def former_fields(self) -> tuple[FormField, ...]:
        """The fields of earlier banks that programs and files may still answer; `phrases` say what that means."""
        return former_fields(self.phrases)

    @property
    def deprecated_fields(self) -> tuple[FormField, ...]:
        """Fields that are understood and no longer asked for."""
        return (*(field for field in self.fields if field.gathers), *self.former_fields)

    @property
    def accepted_fields(self) -> tuple[FormField, ...]:
        """All fields that are understood where a program or a file answers them."""
        return (*self.asked_fields, *self.deprecated_fields)

    @cached_property
    def question_ids(self) -> frozenset[str]:
        """The ids of all questions."""
        return frozenset(question.id for question in self.questions)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each question in the bank, by its id."""
        return {question.id: place for place, question in enumerate(self.questions)}

    @cached_property
    def narrowness(self) -> Narrowness:
        """How few people each condition holds for."""
        return Narrowness(self.fields)

    @cached_property
    def options_to_name(self) -> tuple[tuple[str, str], ...]:
        """Field and option of each answer that brings only questions that name it."""
        return tuple((field.id, option.id) for field in self.fields for option in field.options if option.must_be_named)

    @cached_property
    def questions_about(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The ids of the questions that an answer decides on, or on whose rank, by its field and option."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for question in self.questions:
            conditions = (question.applies_to, question.not_for, question.especially_for, {CONCERNS: question.concerns})
            for field, options in (one for condition in conditions for one in condition.items()):
                for option in options:
                    found[field, option].add(question.id)
        return {answer: frozenset(ids) for answer, ids in found.items()}

    def term(self, term_id: str) -> Term:
        """Return the term of that id."""
        return self._terms_by_id[term_id]

    def terms_of(self, question: Question, wording: str = "") -> tuple[str, ...]:
        """Return the ids of the terms that the question's text and why use, in the `wording` of that id."""
        return self._used_terms[question.id, wording]

    @cached_property
    def _terms_by_id(self) -> Mapping[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def _used_terms(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Found once for the whole bank: searching every text at every visit would be the slowest step."""
        patterns = [(term.id, term.pattern()) for term in self.terms]
        read = {(question.id, ""): question for question in self.questions}
        read |= {(question.id, one.id): question.worded(one) for question in self.questions for one in question.instead}
        return {
            key: tuple(id_ for id_, pattern in patterns if pattern.search(f"{one.text} {one.why}"))
            for key, one in read.items()
        }

    def field(self, field_id: str) -> FormField:
        """Return the field of that id."""
        return next(field for field in self.fields if field.id == field_id)
