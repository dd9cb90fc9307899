"""Knows headings below the headings: those that a schedule repeats on every page, and those of a second table."""

from itertools import zip_longest

from prep.batch.files.records import Record
from prep.batch.known_headings import KnownHeadings
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _
from prep.text import letters_and_digits

LONGEST = 60
"""Characters of a heading. A row with a longer cell holds none."""

OTHER_TABLE = _("Row %(row)s names other columns than the headings above it. Send each table as a list of its own.")


class HeadingsAgain:
    """Looks at rows below the headings of a list."""

    def __init__(self, known: KnownHeadings) -> None:
        self._known = known
        self._above = tuple(map(letters_and_digits, known.headings))

    def are_in(self, record: Record) -> bool:
        """Return whether a row says nothing but the headings above it.

        Raises:
            VisitsError: it names others. What stands below would be read as answers to other questions.
        """
        if any(len(cell) > LONGEST for cell in record.cells):
            return False
        words = tuple(map(letters_and_digits, record.cells))
        filled = sum(map(bool, words))
        same = sum(bool(word) and word == above for word, above in zip(words, self._above, strict=False))
        if same == filled:
            return same > 1 or len(self._known.headings) == 1
        moved = self._moved(record, words)
        if moved and moved + same > 1 and 2 * (moved + same) >= filled:
            raise VisitsError((OTHER_TABLE, {"row": str(record.number)}))
        return False

    def _moved(self, record: Record, words: tuple[str, ...]) -> int:
        """Return how many cells are headings that stand elsewhere, or nowhere, above; answers of their own are none."""
        places = zip_longest(words, record.cells, self._known.columns[: len(words)], self._above[: len(words)])
        return sum(
            word in self._known.by_name and word != above and not (column and cell.strip() in column.allowed)
            for word, cell, column, above in places
        )
