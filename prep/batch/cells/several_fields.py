"""Reads cells of a column that may answer any of several fields, such as a diagnosis: by words of the bank alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prep.bank.form_models import FormField
from prep.bank.vocabulary import Vocabulary
from prep.batch.cells.answer_cells import NOTHING, Answered, Reader
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.doubts import doubt_in
from prep.batch.cells.not_understood import not_understood, told
from prep.batch.cells.notations import is_blank, listed, without_doses, without_tnm


@dataclass(frozen=True, slots=True)
class SeveralFields:
    """Reads cells of a column that may answer any of several fields, such as a diagnosis: by words alone."""

    fields: Mapping[str, FormField]
    """By the ids by which their words are known."""

    vocabulary: Vocabulary
    """Without numbers: a lone “2” could be a stage or a grade."""

    owner: Reader | None = None
    """Reads what is an answer of the form itself, where the column is called as one of its fields."""

    def read(self, cell: str) -> Answered:
        """Return what the cell answers.

        Raises:
            CellError: it cannot be understood.
        """
        if not cell:
            return NOTHING
        meant = None if doubt_in(cell) else self._explained(cell)
        if meant is not None:
            return self._exactly(cell) or Answered(meant, is_exact=not meant)
        if self.owner:
            return self.owner.read(cell)
        if is_blank(cell):
            return NOTHING
        raise told(doubt) if (doubt := doubt_in(cell)) else not_understood(self.vocabulary, cell)

    def _exactly(self, cell: str) -> Answered | None:
        try:
            found = self.owner and self.owner.read(cell)
        except CellError:
            return None
        return found if found and found.is_exact else None

    def _explained(self, cell: str) -> Mapping[str, tuple[str, ...]] | None:
        for said in self._written(cell):
            explained = self.vocabulary.explain(said)
            meant = None if explained is None else self._of_these_fields(explained)
            if meant is not None and all(self._is_clear(field, meant) for field in self.fields.values()):
                return meant
        return None

    @staticmethod
    def _written(cell: str) -> Iterator[str]:
        """Yield the cell, and then without what may stand beside an answer."""
        for said in filter(None, (cell, without_tnm(cell))):
            yield from (said, listed(said), listed(without_doses(said)))

    def _of_these_fields(self, explained: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]] | None:
        """Return the answers by the fields of this column; nothing where there are others."""
        if not set(explained) <= set(self.fields):
            return None
        return {self.fields[known_as].id: tuple(sorted(options)) for known_as, options in explained.items()}

    def _is_clear(self, field: FormField, meant: Mapping[str, tuple[str, ...]]) -> bool:
        if field.id not in meant:
            return True
        beside = all(set(meant.get(one, options)) <= set(options) for one, options in field.beside.items())
        return beside and (field.kind == "many" or len(meant[field.id]) == 1)
