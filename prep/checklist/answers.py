"""What the patient tells us: the options they chose, and what is printed on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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

    @classmethod
    def of(cls, chosen: Mapping[str, Iterable[str]]) -> "Answers":
        """Build answers from field ids and option ids; fields without options are left out."""
        fields = {field: frozenset(options) for field, options in chosen.items()}
        return cls(MappingProxyType({field: options for field, options in fields.items() if options}))

    def to(self, field: str) -> frozenset[str]:
        """Return the options chosen in `field`; none where it was left blank."""
        return self.by_field.get(field, frozenset())


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
