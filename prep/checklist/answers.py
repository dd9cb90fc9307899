"""What the patient tells us: the options they chose, and what is printed on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

MAX_TEXT = 80
"""The longest name we print, in characters."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The options chosen in each field. A field left blank has none.

    The order in which options were chosen carries no meaning and is not kept.
    """

    by_field: Mapping[str, frozenset[str]]
    perhaps: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Of fields left blank, the options of which one must hold: no answer, and told to nobody."""

    @classmethod
    def of(cls, chosen: Mapping[str, Iterable[str]], perhaps: Mapping[str, Iterable[str]] | None = None) -> "Answers":
        """Build answers from field ids and option ids; fields without options are left out."""
        return cls(_with_options(chosen), _with_options(perhaps or {}))

    def to(self, field: str) -> frozenset[str]:
        """Return the options chosen in `field`; none where it was left blank."""
        return self.by_field.get(field, frozenset())


def _with_options(chosen: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    fields = {one: frozenset(options) for one, options in chosen.items()}
    return MappingProxyType({one: options for one, options in fields.items() if options})


class Speaker(Enum):
    """Who will ask the questions. The questions themselves are in the patient's voice either way."""

    PATIENT = "patient"
    HELPER = "helper"


@dataclass(frozen=True, slots=True)
class Visit:
    """Who asks, and what is printed on top of the page, each part only if it was given."""

    name: str = ""
    day: date | None = None
    with_whom: str = ""
    speaker: Speaker = Speaker.PATIENT
