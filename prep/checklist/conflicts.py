"""Finds answers that seldom go together, so that the form can ask about them kindly."""

from collections.abc import Iterator
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.models import AppliesTo, FormField, Option
from prep.checklist.answers import Answers


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two answers that seldom go together: what to ask, and the change that would settle it."""

    ask: str
    asker: str
    """The id that the `ask` text belongs to: a field's, or a field's and an option's."""
    field: FormField
    option: Option


def conflicts(bank: Bank, answers: Answers) -> tuple[Conflict, ...]:
    """Return the kind questions to ask where answers seldom go together, one for each change offered."""
    found: dict[tuple[str, str], Conflict] = {}
    for asker, ask, condition in _expectations(bank, answers):
        for field_id, options in condition.items():
            told = answers.to(field_id)
            if told and told.isdisjoint(options):
                field = bank.field(field_id)
                found.setdefault((field_id, options[0]), Conflict(ask, asker, field, field.option(options[0])))
    return tuple(found.values())


def _expectations(bank: Bank, answers: Answers) -> Iterator[tuple[str, str, AppliesTo]]:
    """Yield what each field and option in use expects of the other answers, and how to ask about it."""
    for field in bank.fields:
        chosen = [option for option in field.options if option.id in answers.to(field.id)]
        if chosen and field.ask:
            yield field.id, field.ask, field.applies_to
        for option in chosen:
            if option.ask:
                yield f"{field.id}.{option.id}", option.ask, option.applies_to
