"""Writes CSS rules that hide what does not fit the answers given so far, with `:has()`: no script is needed.

A browser that does not know `:has()` drops the rules and shows everything. What was chosen before it was hidden is sent
all the same, and asked about kindly.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import AppliesTo


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Rules, and a name for exactly these, so that browsers may keep them."""

    text: str
    version: str


def offer_rules(bank: Bank) -> StyleSheet:
    """Return the rules for all fields and options of `bank` that do not fit everyone."""
    hidden: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for offer, condition in _conditions(bank):
        for field, options in condition.items():
            hidden[field, tuple(options)].append(offer)
    text = "\n".join(_rule(bank.field(field), options, offers) for (field, options), offers in hidden.items())
    return StyleSheet(text + "\n", sha256(text.encode()).hexdigest()[:12])


def _conditions(bank: Bank) -> Iterator[tuple[str, AppliesTo]]:
    """Yield the name under which the form draws each field or option, and whom it is offered to."""
    for field in bank.asked_fields:
        yield field.id, field.applies_to
        for option in field.options:
            yield f"{field.id}.{option.id}", option.applies_to


def _rule(field: FormField, options: tuple[str, ...], offers: list[str]) -> str:
    """Return the rule that hides the offers once the field is answered, and not with one of the options."""
    others = [option.id for option in field.options if option.id not in options]
    is_met = f"form:has({_checked(field, others)})"
    if field.kind == "many":  # another answer may fit beside one that does not
        is_met += f":not(:has({_checked(field, options)}))"
    named = ",".join(f'[data-offer="{offer}"]' for offer in offers)
    return f"{is_met} :is({named}){{display:none}}"


def _checked(field: FormField, options: Sequence[str]) -> str:
    values = ",".join(f'[value="{option}"]' for option in options)
    return f'[name="{field.id}"]:is({values}):checked'
