"""Writes the line about the person that heads the printed page: what a clinician must know to read the rest.

Only fields that the bank marks are in it. What is on the person's mind is kept apart, to be printed by choice only, and
what the bank calls private is never in either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import CONCERNS, UNSURE
from prep.bank.translation import Translates
from prep.checklist.answers import Answers


@dataclass(frozen=True, slots=True)
class AboutMe:
    """The line about the person."""

    illness: tuple[str, ...]
    """A short text for each field, such as "stage 1 or 2" or "now: tamoxifen"."""

    on_my_mind: tuple[str, ...]
    """The topics that were ticked, without private ones."""


def about_me(bank: Bank, answers: Answers, translator: Translates) -> AboutMe:
    """Return what these answers say about the person, in the order that the bank gives."""
    fields = sorted((field for field in bank.asked_fields if field.in_about_me), key=lambda field: field.in_about_me)
    told = (_told(field, answers, translator) for field in fields)
    return AboutMe(tuple(filter(None, told)), tuple(_on_my_mind(bank, answers, translator)))


def _told(field: FormField, answers: Answers, translator: Translates) -> str:
    shorts = ", ".join(
        translator.text(option.short, f"{field.id}.{option.id}.short")
        for option in field.options
        if option.id in answers.to(field.id) and _is_telling(field, option)
    )
    if not shorts or not field.told_as:
        return shorts
    return f"{translator.text(field.told_as, f'{field.id}.told_as')}: {shorts}"


def _is_telling(field: FormField, option: Option) -> bool:
    """Return whether it tells a clinician something: not being sure does so of what everyone is asked."""
    is_of_some_only = field.detail or field.kind == "many"
    return not option.private and not (option.id == UNSURE and is_of_some_only)


def _on_my_mind(bank: Bank, answers: Answers, translator: Translates) -> Iterator[str]:
    for option in bank.concerns:
        if option.id in answers.to(CONCERNS) and not option.private:
            yield translator.text(option.label, f"{CONCERNS}.{option.id}")
