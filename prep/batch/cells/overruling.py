"""Finds what a cell takes away from other cells' answers: a list may hold the stage of an earlier day."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.list_cells import Overruling
from prep.bank.model_types import AppliesTo
from prep.bank.vocabulary import runs_of, spoken_words
from prep.batch.cells.doubts import is_uncertain
from prep.batch.cells.other_illness import IllnessWords


@dataclass(frozen=True, slots=True)
class _Runs:
    """An entry of the bank, with what finds its words."""

    entry: Overruling
    said: re.Pattern[str]
    but_not: re.Pattern[str]

    def stand_in(self, said: str) -> bool:
        return self.said.search(self.but_not.sub("|", said)) is not None


class OverrulingWords:
    """The words of a bank by which answers no longer count."""

    def __init__(self, bank: Bank) -> None:
        self._illnesses, self._other = IllnessWords(bank), bank.other_illness
        self._all = [_Runs(one, runs_of(one.said), runs_of(one.but_not)) for one in bank.overruling]

    def taken_by(self, cell: str, asks: Collection[str]) -> Iterator[AppliesTo]:
        """Yield the answers that no longer count, by the words of a cell of a column that asks these fields."""
        yield from (entry.takes for entry in self.entries(cell, asks))
        if (
            not is_uncertain(cell)
            and not set(asks).isdisjoint(self._other.asked_by)
            and self._illnesses.names_two_cancers(cell)
        ):
            yield self._other.takes

    def entries(self, cell: str, asks: Collection[str]) -> Iterator[Overruling]:
        """Yield what the bank says of the words of such a cell."""
        said, is_certain = spoken_words(cell.replace("?", " query ")), not is_uncertain(cell)
        for one in self._all:
            if not set(asks).isdisjoint(one.entry.asked_by) and (is_certain or one.entry.even_in_doubt):
                yield from [one.entry] if one.stand_in(said) else []
