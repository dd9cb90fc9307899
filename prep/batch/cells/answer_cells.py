"""What a cell answers of the form, and what reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answered:
    """What a cell answers."""

    answers: Mapping[str, tuple[str, ...]]
    """The options, by field."""

    is_exact: bool = False
    """It holds what the form itself shows: nobody need be told how it was read."""


NOTHING = Answered({}, is_exact=True)


class Reader(Protocol):
    """Reads the cells of a column."""

    def read(self, cell: str) -> Answered:
        """Return what the cell answers."""
