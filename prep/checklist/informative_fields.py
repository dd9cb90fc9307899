"""Finds the fields left blank whose answers could change most of a person's page: what is worth asking next.

Each answer that the person could give is tried, and the lines that it would bring to the page are counted. A field
counts by the mean over its options: by its most telling one, a rare answer such as being pregnant would be asked of
everyone first. Fields that are told by name are not among them; whoever has nothing to name would only skip them.
"""

from collections.abc import Iterator, Set
from statistics import fmean

from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import UNSURE
from prep.checklist.answers import Answers
from prep.checklist.conflicts import goes_with
from prep.checklist.fitting import Fitting, fitting, refitted
from prep.checklist.page import compose
from prep.checklist.person import Person

PageLines = Set[tuple[str, str]]
"""What a page holds: each question, and in which of its wordings."""


def informative_fields(bank: Bank, answers: Answers) -> tuple[FormField, ...]:
    """Return the blank fields that could change the page, the most first, each with the options that fit the person."""
    fits = fitting(bank, Person(bank, answers))
    now = _lines(fits)
    gains = [(_gain(field, bank, answers, fits, now), field) for field in blank_fields(bank, answers)]
    return tuple(field for gain, field in sorted(gains, key=lambda one: -one[0]) if gain)


def blank_fields(bank: Bank, answers: Answers) -> Iterator[FormField]:
    """Yield the fields that may be asked of the person, each with the options that no answer speaks against."""
    for field in bank.asked_fields:
        if not field.by_name and not answers.to(field.id) and goes_with(field.applies_to, answers):
            options = tuple(option for option in field.options if goes_with(option.applies_to, answers))
            yield field.model_copy(update={"options": options})


def _gain(field: FormField, bank: Bank, answers: Answers, fits: Fitting, now: PageLines) -> float:
    """Return how many new lines an answer to the field brings to the page, in the mean."""
    new_lines = []
    for option in field.options:
        if option.id != UNSURE:
            touched = _decided_by(field, option, bank, answers)
            told = Person(bank, Answers.of({**answers.by_field, field.id: (option.id,)}))
            is_far_reaching = option.must_be_named or told.possible != fits.person.possible
            changed = fitting(bank, told) if is_far_reaching else refitted(fits, bank, told, touched)
            new_lines.append(len(_lines(changed) - now))
    return fmean(new_lines) if new_lines else 0


def _decided_by(field: FormField, option: Option, bank: Bank, answers: Answers) -> frozenset[str]:
    """Return the questions that it decides on, or on whose rank: those for the answer, and those for who is unsure."""
    named = {option.id, option.is_a, UNSURE, *answers.perhaps.get(field.id, ())}
    return frozenset[str]().union(*(bank.questions_about.get((field.id, one), ()) for one in named if one))


def _lines(fits: Fitting) -> PageLines:
    questions = [line.question for line in compose(fits)]
    wordings = map(fits.person.wording, questions)
    return {(question.id, wording.id if wording else "") for question, wording in zip(questions, wordings, strict=True)}
