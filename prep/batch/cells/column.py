"""One column of a list of visits."""

from collections.abc import Callable
from dataclasses import dataclass

from prep.batch.cells.headings import USUAL


@dataclass(frozen=True, slots=True)
class Column:
    """What it is called, and how its cells are read."""

    id: str
    names: tuple[str, ...]
    """All headings that mean it. Of two that stand in one list, the first here is it."""

    read: Callable[[str], object]
    """Returns what a tidy cell means, or raises a `CellError`."""

    allowed: tuple[str, ...] = ()
    """What its cells may hold, as the template shows it."""

    example: str = ""
    is_offered: bool = True
    """The template shows it."""

    asks: tuple[str, ...] = ()
    """The fields of today's form that its cells may answer."""

    part_of: str = ""
    """The field that it asks a part of."""

    @property
    def is_own(self) -> bool:
        """Return whether it is one of ours, and asks nothing of the form."""
        return self.id in USUAL
