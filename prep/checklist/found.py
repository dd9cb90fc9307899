"""What a search found, for one person: what they could add, what is on their page already, what stands apart.

What is sensitive is not shown among the rest, so that nobody meets it who looked for something else.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from prep.checklist.checklist import Checklist
from prep.checklist.view_models import ChecklistQuestion

MOST_SHOWN = 20
"""As many as fit four screens of a phone."""


@dataclass(frozen=True, slots=True)
class Found:
    """The questions that fit the words searched for. Nothing was searched for where there are none."""

    words: str = ""
    lines: tuple[ChecklistQuestion, ...] = ()
    """What could be added, best first."""

    on_page: tuple[int, ...] = ()
    """The numbers of those that are on the page."""

    stands_apart: bool = False
    """Some are among the sensitive ones."""

    @property
    def shown(self) -> tuple[ChecklistQuestion, ...]:
        """Return the best of what could be added."""
        return self.lines[:MOST_SHOWN]

    @property
    def is_empty(self) -> bool:
        """Return whether something was searched for, and nothing found anywhere."""
        return bool(self.words) and not (self.lines or self.on_page or self.stands_apart)


def found(words: str, ids: Iterable[str], checklist: Checklist) -> Found:
    """Return what of the questions found, best first, this person can do something with."""
    if not words:
        return Found()
    beside = {line.id: line for line in (*checklist.offered, *checklist.remaining)}
    numbers = {line.id: number for number, line in enumerate(checklist.page_one, 1)}
    apart = {line.id for line in checklist.more_sensitive}
    matching = [*ids]
    return Found(
        words=words,
        lines=tuple(beside[one] for one in matching if one in beside),
        on_page=tuple(sorted(numbers[one] for one in matching if one in numbers)),
        stands_apart=not apart.isdisjoint(matching),
    )
