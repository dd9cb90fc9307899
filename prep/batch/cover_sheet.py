"""Draws the cover sheet of a merged PDF: who is in it, and on which pages, so that no sheet goes astray."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prep.batch.passed_over import Span
from prep.batch.rows import BadRow
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.templating import draw

LINES = 34
"""People on one sheet. Each takes one line, so that the sheets can be counted before they are drawn."""

LEFT_OUT, CANCELLED, HIDDEN = _("left out"), _("cancelled"), _("hidden")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the cover."""

    number: int
    name: str
    pages: int
    """How many it takes in the pile; none for a row that was left out."""

    to_check: tuple[str, ...] = ()
    """The headings of the cells to look at."""

    why: str = LEFT_OUT
    """What is said of one that takes no pages."""

    last: int = 0
    """The number of the last row, where the line tells of several."""

    @classmethod
    def left_out(cls, bad: BadRow) -> "Listed":
        """Return the line of a row that has no page: which cells to look at, but not what they hold."""
        columns = tuple(trouble.column for trouble in bad.troubles if trouble.column)
        if bad.is_cancelled:
            return cls(bad.number, bad.name, 0, why=CANCELLED)
        return cls(bad.number, bad.name, 0, columns)

    @classmethod
    def hidden(cls, span: Span) -> "Listed":
        """Return the line of rows that were hidden."""
        first, last, name = span
        return cls(first, name, 0, why=HIDDEN, last=last if last > first else 0)

    @property
    def is_to_mend(self) -> bool:
        """Return whether someone is to look at it."""
        return not self.pages and self.why == LEFT_OUT

    @property
    def rows(self) -> int:
        """How many it tells of."""
        return self.last - self.number + 1 if self.last else 1


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
            left_out=sum(one.rows for one in listed if not one.pages),
            sheet=number,
            sheets=len(sheets),
        )


def _placed(listed: Sequence[Listed]) -> Iterator[Placed]:
    sheets = -(-len(listed) // LINES)
    page = sheets + sheets % 2 + 1
    for one in listed:
        yield Placed(one, page, page + one.pages - 1)
        page += one.pages
