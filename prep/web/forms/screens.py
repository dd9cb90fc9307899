"""Parts the form into screens, one question each, and says which screen follows where some do not fit.

All screens are one document: “Next” is a link within it, so that the browser's own Back keeps every answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.form_models import FormField


@dataclass(frozen=True, slots=True)
class WayOn:
    """A link to a later screen."""

    to: FormField
    instead_of: tuple[FormField, ...]
    """It is shown where none of these screens fits the answers; the first link of a screen replaces nothing."""

    @property
    def passes_by(self) -> str:
        """Return the name under which the link and the rule that shows it find each other."""
        return " ".join(field.id for field in self.instead_of)


@dataclass(frozen=True, slots=True)
class Screen:
    """One question of the form, with a folded one that belongs to it."""

    field: FormField
    folded: tuple[FormField, ...]
    ways_on: tuple[WayOn, ...]
    """Links of which the style sheet shows one; none on the last screen."""


def screens(bank: Bank) -> tuple[Screen, ...]:
    """Return the screens of the fields that are asked of everyone first, in the bank's order.

    Details come later: the list asks for those that would change it.
    """
    asked = [field for field in bank.asked_fields if not field.detail]
    leading = [field for field in asked if not field.folded or field is asked[0]]
    return tuple(
        Screen(field, tuple(_folded_behind(field, asked)), tuple(_ways_on(leading[place + 1 :])))
        for place, field in enumerate(leading)
    )


def _folded_behind(field: FormField, asked: Sequence[FormField]) -> Iterator[FormField]:
    for following in asked[asked.index(field) + 1 :]:
        if not following.folded:
            return
        yield following


def _ways_on(following: Sequence[FormField]) -> Iterator[WayOn]:
    """Yield links up to the first screen that fits everyone, but none to a screen that fits no more than one before."""
    passed: list[FormField] = []
    for field in following:
        if field.applies_to not in [before.applies_to for before in passed]:
            yield WayOn(field, tuple(passed))
        if not field.applies_to:
            return
        passed.append(field)
