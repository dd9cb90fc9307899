"""Says in the form's own words whom a condition holds for."""

from collections.abc import Collection
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import AppliesTo


@dataclass(frozen=True, slots=True)
class Requirement:
    """What people must have answered to one thing that the form asks."""

    asked: str
    answers: tuple[str, ...]
    excluded: bool = False
    """The answers are the ones that do not fit, where these are fewer to read."""

    def __str__(self) -> str:
        """Write it as one line."""
        said = " or ".join(f"“{answer}”" for answer in self.answers)
        return f"{self.asked} {'Anything but ' if self.excluded else ''}{said}"


def requirements(bank: Bank, condition: AppliesTo) -> tuple[Requirement, ...]:
    """Return what people must have answered, all of it; nothing means everyone."""
    return tuple(_requirement(bank.field(field), options) for field, options in condition.items())


def kept_from(bank: Bank, condition: AppliesTo) -> tuple[Requirement, ...]:
    """Return the answers each of which hides a question; nothing means nobody."""
    return tuple(answered(bank, field, options) for field, options in condition.items())


def answered(bank: Bank, field_id: str, options: Collection[str]) -> Requirement:
    """Return answers to one field, in the form's order."""
    field = bank.field(field_id)
    return Requirement(field.label, tuple(option.label for option in field.options if option.id in options))


def _requirement(field: FormField, options: Collection[str]) -> Requirement:
    fitting = tuple(option.label for option in field.options if option.id in options)
    others = tuple(option.label for option in field.options if option.id not in options)
    if field.kind == "one" and 0 < len(others) < len(fitting) - 1:
        return Requirement(field.label, others, excluded=True)
    return Requirement(field.label, fitting)
