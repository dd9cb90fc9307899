"""Writes CSS rules that hide what does not fit the answers given so far, with `:has()`: no script is needed.

They also choose, of several links to the next screen of the form, the one to a screen that fits; and they lay open the
options that stand in a fold, for whom these are the ones to choose from.

A browser that does not know `:has()` drops the rules and shows everything. What was chosen before it was hidden is sent
all the same, and asked about kindly.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import UNSURE, AppliesTo
from prep.web.forms.screens import screens


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
    rules = [_rule(bank.field(field), options, offers) for (field, options), offers in hidden.items()]
    text = "\n".join([*rules, *_ways_around(bank), *_unfolded(bank)])
    return StyleSheet(text + "\n", sha256(text.encode()).hexdigest()[:12])


def _conditions(bank: Bank) -> Iterator[tuple[str, AppliesTo]]:
    """Yield the name under which the form draws each field or option, and whom it is offered to."""
    for field in bank.asked_fields:
        yield field.id, field.applies_to
        yield f"{field.id}/fold", field.fold_applies_to
        for option in field.options:
            yield f"{field.id}.{option.id}", option.applies_to


def _rule(field: FormField, options: tuple[str, ...], offers: list[str]) -> str:
    """Return the rule that hides the offers once the field is answered, and not with one of the options."""
    named = ",".join(f'[data-offer="{offer}"]' for offer in offers)
    return f"form{_unmet(field, options)} :is({named}){{display:none!important}}"


def _ways_around(bank: Bank) -> Iterator[str]:
    """Yield the rules that show a link to a later screen where those between do not fit."""
    for passes_by, passed in {way.passes_by: way.instead_of for one in screens(bank) for way in one.ways_on}.items():
        if passed:
            none_fits = "".join(dict.fromkeys(_misfit(bank, field) for field in passed))
            yield f'form{none_fits} [data-passes-by="{passes_by}"]{{display:inline-block}}'


def _unfolded(bank: Bank) -> Iterator[str]:
    """Yield the rules that show what is in a fold, once an answer other than “I'm not sure” asks for it."""
    for field in bank.asked_fields:
        if told := {other: [one for one in met if one != UNSURE] for other, met in field.fold_applies_to.items()}:
            sure = "".join(f":has({_checked(bank.field(other), met)})" for other, met in told.items())
            fold = f'form{sure} [data-offer="{field.id}/fold"]'
            yield f"{fold}::details-content{{content-visibility:visible;block-size:auto}}"
            yield f"@supports selector(::details-content){{{fold}>summary{{display:none}}}}"


def _misfit(bank: Bank, field: FormField) -> str:
    """Return the condition that the form's answers rule a field out."""
    unmet = [_unmet(bank.field(other), tuple(options)) for other, options in field.applies_to.items()]
    return f":is({','.join(unmet)})"


def _unmet(field: FormField, options: tuple[str, ...]) -> str:
    """Return the condition that the field is answered, and not with one of the options."""
    others = [option.id for option in field.options if option.id not in options]
    condition = f":has({_checked(field, others)})"
    if field.kind == "many":  # another answer may fit beside one that does not
        condition += f":not(:has({_checked(field, options)}))"
    return condition


def _checked(field: FormField, options: Sequence[str]) -> str:
    values = ",".join(f'[value="{option}"]' for option in options)
    return f'[name="{field.id}"]:is({values}):checked'
