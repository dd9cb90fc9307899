"""Reads what lists ask in several columns, such as ER and PR, and puts the parts together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prep.bank.form_models import FormField
from prep.batch.cells.answer_cells import NOTHING, Answered
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.doubts import doubt_in
from prep.batch.cells.notations import bare_share_in, eighths_in, is_blank, percent_in, with_brackets, with_measure
from prep.batch.cells.one_field import OneField, after
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
        number = bare_share_in(self._without_name(cell))
        bare, measure = with_measure(cell) if number is None else ("", f"{number}%")
        by_share = self._by_share(measure)
        if not by_share:
            return self._by_words(cell)
        if bare.casefold() in {"", self.part.casefold()}:
            return Answered({self.whole.field.id: by_share})
        read = self._by_words(bare)
        if read.answers.get(self.whole.field.id, by_share) != by_share:
            raise CellError((SHARE, {}))
        return read

    def _by_words(self, cell: str) -> Answered:
        cell = with_brackets(cell)[0] if len(with_brackets(cell)) == 1 else cell
        if not doubt_in(cell):
            bare = self._without_name(cell)
            for said in (*after([self.part], bare), cell, " ".join(after(self.parts, bare))):
                if explained := _explained(self.whole, said):
                    return explained
        if is_blank(cell):
            return NOTHING
        return self.whole.read(cell)

    def _without_name(self, cell: str) -> str:
        """Return the cell without the part's name before it: “ER 90” below ER."""
        return cell[len(self.part) :].strip() if cell.casefold().startswith(self.part.casefold()) else cell

    def _by_share(self, cell: str) -> tuple[str, ...]:
        """Return the option that a mere share or score means, such as 95% of cells."""
        share, score = percent_in(cell), eighths_in(cell)
        options = self.whole.field.options
        return tuple(one.id for one in options if _holds(one.percent, share) or _holds(one.of_eight, score))


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
            if (explained := _explained(self.whole, cell)) and not doubt_in(cell):
                return explained
            pieces = _named_pieces(cell, tuple(field.parts)) or pieces
            if len(pieces) != len(field.parts) or not all(pieces):
                raise
            names = tuple(field.parts)
            read = [OnePart(self.whole, name, names) for name in names]
            said = [part.read(piece).answers.get(field.id, ()) for part, piece in zip(read, pieces, strict=True)]
            if not all(said) or (together := put_together(field, [option for (option,) in said])) is None:
                raise
            return Answered({field.id: (together,)})


def _explained(whole: OneField, said: str) -> Answered | None:
    """Return what words answer that tell of the field, and perhaps of more: “triple negative”."""
    explained = whole.vocabulary.explain(said) or {}
    if whole.field.id not in explained or any(len(options) > 1 for options in explained.values()):
        return None
    return Answered({field: tuple(options) for field, options in explained.items()})


def _holds(span: tuple[int, int] | None, number: int | None) -> bool:
    return span is not None and number is not None and span[0] <= number <= span[1]


def _named_pieces(cell: str, names: Sequence[str]) -> list[str]:
    """Return what stands behind the name of each part, in their order: “ER 99 PR 60”, where bare numbers are shares."""
    found = re.fullmatch(r"[\s,;/]+".join(rf"{re.escape(name)}[\s:]*(\d+)\s?%?" for name in names), cell, re.IGNORECASE)
    return [f"{share}%" for share in found.groups()] if found else []


def put_together(field: FormField, said: Iterable[str]) -> str | None:
    """Return what all parts together answer; nothing while that depends on a part that says nothing."""
    told = list(said)
    for option in field.one_is_enough:
        if option in told:
            return option
    return told[0] if len(told) == len(field.parts) and len(set(told)) == 1 else None
