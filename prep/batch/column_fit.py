"""Tells by its first cells what a column is whose heading alone does not say: a day, a name, or a diagnosis."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from prep.batch.cells.dates import is_day
from prep.batch.cells.headings import DAY, DIAGNOSIS, FIRST_NAME, LAST_NAME, NAME
from prep.batch.cells.other_illness import IllnessWords
from prep.batch.files.records import Record
from prep.batch.formula_guard import plain

ROWS = 50
"""How many are looked at: a schedule writes a column in one way."""

_WHOLE_NAME = re.compile(r"[^\W\d_]+[^\d@/]*[\s,][^\d@/]*")
_ONE_NAME = re.compile(r"[^\W\d_][^\d@/]*")


@dataclass(frozen=True, slots=True)
class ColumnFit:
    """The first rows of a list, by its columns."""

    rows: Sequence[Record]
    illnesses: IllnessWords

    @property
    def width(self) -> int:
        """How many columns hold something."""
        return max((len(row.cells) for row in self.rows), default=0)

    def holds(self, id_: str, place: int) -> bool:
        """Return whether most cells of a column are days, names, or illnesses, as the id says; others none is."""
        kinds: dict[str, Callable[[str], object]] = {
            DAY: is_day,
            NAME: _WHOLE_NAME.fullmatch,
            FIRST_NAME: _ONE_NAME.fullmatch,
            LAST_NAME: _ONE_NAME.fullmatch,
            DIAGNOSIS: self.illnesses.names_any,
        }
        return id_ in kinds and self._are_most(place, kinds[id_])

    def names_other(self, place: int) -> bool:
        """Return whether some cell of a column names another illness."""
        return any(map(self.illnesses.names_other, self._filled(place)))

    def _are_most(self, place: int, kind: Callable[[str], object]) -> bool:
        fitting = [bool(kind(cell)) for cell in self._filled(place)]
        return 2 * sum(fitting) >= len(fitting) > 0

    def _filled(self, place: int) -> Iterator[str]:
        cells = (plain(row.cells[place]) for row in self.rows if place < len(row.cells))
        return filter(None, cells)
