"""Reads what lists ask in several columns, such as ER and PR, and puts the parts together."""

from collections.abc import Iterable
from dataclasses import dataclass

from prep.bank.form_models import FormField
from prep.batch.cells.answer_cells import NOTHING, Answered, OneField, after
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.doubts import doubt_in
from prep.batch.cells.notations import is_blank, percent_in, with_brackets
from prep.i18n import noop as _

SHARE = _("The share says something else than the word. Keep the one that is right.")


@dataclass(frozen=True, slots=True)
class OnePart:
    """Reads cells of a column that asks a part of a field."""

    whole: OneField
    part: str
    parts: tuple[str, ...]

    def read(self, cell: str) -> Answered:
        """Return what the field's answer would be if all parts said the same, or one is enough.

        Raises:
            CellError: it cannot be understood.
        """
        if not cell:
            return NOTHING
        if shared := self._by_share(cell):
            return Answered({self.whole.field.id: shared})
        bare, _bracket, within = cell.partition("(")
        by_share = self._by_share(within.rstrip(") "))
        if not by_share:
            return self._by_words(cell)
        read = self._by_words(bare.strip())
        if read.answers.get(self.whole.field.id, by_share) != by_share:
            raise CellError((SHARE, {}))
        return read

    def _by_words(self, cell: str) -> Answered:
        cell = with_brackets(cell)[0] if len(with_brackets(cell)) == 1 else cell
        if not doubt_in(cell):
            bare = cell[len(self.part) :].strip() if cell.casefold().startswith(self.part.casefold()) else cell
            for said in (*after([self.part], bare), cell, " ".join(after(self.parts, bare))):
                explained = self.whole.vocabulary.explain(said) or {}
                if set(explained) == {self.whole.field.id} and len(explained[self.whole.field.id]) == 1:
                    return Answered({self.whole.field.id: tuple(explained[self.whole.field.id])})
        if is_blank(cell):
            return NOTHING
        return self.whole.read(cell)

    def _by_share(self, cell: str) -> tuple[str, ...]:
        """Return the option that a mere share means, such as 95% of cells."""
        share = percent_in(cell)
        ranges = [(one.id, *one.percent) for one in self.whole.field.options if one.percent]
        return tuple(id_ for id_, least, most in ranges if share is not None and least <= share <= most)


@dataclass(frozen=True, slots=True)
class PartsTogether:
    """Reads cells of a column that asks all parts at once, in their order: “+/-” below ER/PR."""

    whole: OneField

    def read(self, cell: str) -> Answered:
        """Return what the cell answers.

        Raises:
            CellError: it cannot be understood.
        """
        field, pieces = self.whole.field, [piece.strip() for piece in cell.split("/")]
        try:
            return self.whole.read(cell)
        except CellError:
            if len(pieces) != len(field.parts) or not all(pieces):
                raise
            names = tuple(field.parts)
            read = [OnePart(self.whole, name, names) for name in names]
            said = [part.read(piece).answers.get(field.id, ()) for part, piece in zip(read, pieces, strict=True)]
            if not all(said) or (together := put_together(field, [option for (option,) in said])) is None:
                raise
            return Answered({field.id: (together,)})


def put_together(field: FormField, said: Iterable[str]) -> str | None:
    """Return what all parts together answer; nothing while that depends on a part that says nothing."""
    told = list(said)
    for option in field.one_is_enough:
        if option in told:
            return option
    return told[0] if len(told) == len(field.parts) and len(set(told)) == 1 else None
