"""Finds answers that seldom go together, so that the form can ask about them kindly."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import UNSURE, AppliesTo
from prep.bank.translation import Translates
from prep.checklist.answers import Answers
from prep.text import noop as _

BESIDE_OTHERS = _("You chose “%(option)s” and something else as well. Should we leave “%(option)s” out?")
TWO_ANSWERS = _("You gave two answers to “%(label)s”. Is “%(option)s” the right one?")


class Remedy(Enum):
    """What a change does with the option: it becomes the answer, or it goes."""

    CHANGE_TO = "change_to"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Answers that seldom go together: what to ask, and the change that would settle it."""

    ask: str
    """The bank's own words, or ours with the names of field and option left open."""

    asker: str
    """The id of what the `ask` text belongs to: a field, or a field and an option. Ours belongs to the field."""

    field: FormField
    option: Option
    remedy: Remedy = Remedy.CHANGE_TO

    def question(self, translator: Translates) -> str:
        """Return what to ask, in the reader's language."""
        if self.ask not in {BESIDE_OTHERS, TWO_ANSWERS}:
            return translator.text(self.ask, f"{self.asker}.ask")
        label = translator.text(self.field.label, f"{self.field.id}.label")
        option = translator.text(self.option.label, f"{self.field.id}.{self.option.id}")
        return translator.gettext(self.ask) % {"label": label, "option": option}


def goes_with(condition: AppliesTo, answers: Answers) -> bool:
    """Return whether no answer speaks against the condition; what was left blank speaks against nothing."""
    return all(
        not answers.to(field) or not answers.to(field).isdisjoint(options) for field, options in condition.items()
    )


def conflicts(bank: Bank, answers: Answers) -> tuple[Conflict, ...]:
    """Return the kind questions to ask where answers seldom go together, one for each change offered."""
    found: dict[tuple[str, str], Conflict] = {}
    for asker, ask, condition in _expectations(bank, answers):
        for field_id, options in condition.items():
            told = answers.to(field_id)
            if told and told.isdisjoint(options):
                field = bank.field(field_id)
                found.setdefault((field_id, options[0]), Conflict(ask, asker, field, field.option(options[0])))
    within = (conflict for field in bank.fields for conflict in _within(field, answers.to(field.id)))
    return (*found.values(), *within)


def _expectations(bank: Bank, answers: Answers) -> Iterator[tuple[str, str, AppliesTo]]:
    """Yield what each field and option in use expects of the other answers, and how to ask about it."""
    for field in bank.fields:
        told = answers.to(field.id) - {UNSURE}
        chosen = [option for option in field.options if option.id in told] if told else []
        if chosen and field.ask:
            yield field.id, field.ask, field.applies_to
        for option in chosen:
            if option.ask:
                yield f"{field.id}.{option.id}", option.ask, option.applies_to


def _within(field: FormField, told: frozenset[str]) -> Iterator[Conflict]:
    """Yield what to ask about answers to one field that do not go together."""
    if len(told) < 2:
        return
    chosen = [option for option in field.options if option.id in told]
    if field.kind == "one":
        yield from (Conflict(TWO_ANSWERS, field.id, field, option) for option in chosen)
    for option in chosen if field.kind == "many" else ():
        if option.rules_out_others or option.id == UNSURE:
            yield Conflict(BESIDE_OTHERS, field.id, field, option, Remedy.LEAVE_OUT)
