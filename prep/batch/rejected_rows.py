"""Writes rejected rows to a CSV list of their own, with the reason beside each: to be mended, and run again."""

import csv
from collections.abc import Iterator, Sequence
from typing import TextIO

from prep.batch.formula_guard import guarded
from prep.batch.known_headings import REASON
from prep.batch.rows import BadRow
from prep.batch.visit_list import VisitList
from prep.i18n import Translator
from prep.text import letters_and_digits

ROW = "row"
"""The heading of its number."""

ENCODING = "utf-8-sig"
"""With the mark by which spreadsheets know it."""

ERRORS = "surrogateescape"
"""What could not be read is written back as it was."""


class RejectedRows:
    """A list of visits with two more columns: which row it was, and what to mend."""

    def __init__(self, stream: TextIO, visits: VisitList, translator: Translator) -> None:
        self.count = 0
        self._translator = translator
        self._writer = csv.writer(stream, delimiter=visits.delimiter, lineterminator="\r\n")
        self._own = [letters_and_digits(heading) not in {ROW, REASON} for heading in visits.headings]
        self._write([ROW, *self._theirs(visits.headings), REASON])

    def add(self, bad: BadRow) -> None:
        """Write a row with all that was in it; cells without a heading come last."""
        width = len(self._own)
        cells = [*bad.cells, *[""] * (width - len(bad.cells))]
        reason = " ".join(trouble.told(self._translator) for trouble in bad.troubles)
        self._write([str(bad.number), *self._theirs(cells), reason, *cells[width:]])
        self.count += 1

    def _write(self, cells: Sequence[str]) -> None:
        self._writer.writerow(map(guarded, cells))

    def _theirs(self, cells: Sequence[str]) -> Iterator[str]:
        return (cell for cell, is_theirs in zip(cells, self._own, strict=False) if is_theirs)
