"""Draws the cover sheet of a merged PDF: who is in it, and on which pages, so that no sheet goes astray."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prep.i18n import Translator
from prep.templating import draw

LINES = 34
"""People on one sheet. Each takes one line, so that the sheets can be counted before they are drawn."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the cover."""

    number: int
    name: str
    pages: int
    """How many it takes in the pile; none for a row that was left out."""

    to_check: tuple[str, ...] = ()
    """The headings of the cells to look at."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Someone in the pile, and where."""

    listed: Listed
    first: int
    last: int


def covers(listed: Sequence[Listed], translator: Translator) -> Iterator[str]:
    """Yield each sheet of the cover as HTML."""
    placed = list(_placed(listed))
    sheets = [placed[start : start + LINES] for start in range(0, len(placed), LINES)]
    in_pile = sum(one.pages > 0 for one in listed)
    for number, lines in enumerate(sheets, 1):
        yield draw(
            "pile.html",
            translator,
            lines=lines,
            is_first=number == 1,
            in_pile=in_pile,
            left_out=len(listed) - in_pile,
            sheet=number,
            sheets=len(sheets),
        )


def _placed(listed: Sequence[Listed]) -> Iterator[Placed]:
    sheets = -(-len(listed) // LINES)
    page = sheets + sheets % 2 + 1
    for one in listed:
        yield Placed(one, page, page + one.pages - 1)
        page += one.pages
