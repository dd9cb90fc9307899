"""Writes down which rows to look at, and how the list was read: `please-check.txt`."""

from collections.abc import Iterable
from typing import TextIO

from prep.batch.rows import BadRow
from prep.batch.runner import Doubts, in_row
from prep.batch.visit_list import VisitList
from prep.i18n import Translator

NAME = "please-check.txt"


class CheckNotes:
    """A text of one line for each thing to look at."""

    def __init__(self, stream: TextIO, translator: Translator) -> None:
        self.rows = self.cancelled = 0
        self._stream = stream
        self._translator = translator

    def add(self, number: int, to_check: Doubts) -> None:
        """Note what to look at in a row that is printed."""
        told = to_check.told(self._translator)
        self._note(number, "", told)
        self.rows += bool(told)

    def cancel(self, bad: BadRow) -> None:
        """Note why a row is not printed, of which nothing is to be mended."""
        self._note(bad.number, bad.name, [one.told(self._translator) for one in bad.troubles])
        self.cancelled += 1

    def close(self, visits: VisitList) -> None:
        """Write how the list was read, once it has been."""
        self._write(visits.told(self._translator))

    def _note(self, number: int, name: str, told: Iterable[str]) -> None:
        row = ", ".join(filter(None, (in_row(number, self._translator), name)))
        self._write(f"{row}: {line}" for line in told)

    def _write(self, lines: Iterable[str]) -> None:
        self._stream.writelines(f"{line}\r\n" for line in lines)
