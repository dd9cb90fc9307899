"""Reads cells that tell of the illness: ids and labels of the form, words of reports, brand names, numbers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from prep.bank.form_models import FormField
from prep.bank.model_types import UNSURE
from prep.bank.vocabulary import Vocabulary
from prep.batch.cells.answer_choices import MEANT as MEANT
from prep.batch.cells.answer_choices import Choices
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.doubts import doubt_in
from prep.batch.cells.not_understood import not_understood, told
from prep.batch.cells.notations import age_in, is_blank, listed, with_brackets, without_days, without_doses, without_tnm

OLDEST = 120
"""The largest number that is read: ages are the only ones."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a cell answers."""

    answers: Mapping[str, tuple[str, ...]]
    """The options, by field."""

    is_exact: bool = False
    """It holds what the form itself shows: nobody need be told how it was read."""


NOTHING = Answered({}, is_exact=True)


class Reader(Protocol):
    """Reads the cells of a column."""

    def read(self, cell: str) -> Answered:
        """Return what the cell answers."""


@dataclass(frozen=True, slots=True)
class OneField:
    """Reads cells of a column that asks one thing."""

    field: FormField
    shown: Choices
    """Ids and labels."""

    known: Choices
    """The words of its options as well."""

    vocabulary: Vocabulary
    named_in_words: frozenset[str]
    """The fields by whose ids its words are known: its own, and one that gathers its answers."""

    names: tuple[str, ...] = ()
    """What the column may be called: a cell may leave it out, as in “1+” below HER2."""

    def read(self, cell: str) -> Answered:
        """Return what the cell answers.

        Raises:
            CellError: it cannot be understood.
        """
        try:
            return Answered({self.field.id: self._found(self.shown, cell)}, is_exact=True) if cell else NOTHING
        except CellError as error:
            if meant := self._numbered(cell):
                return Answered({self.field.id: meant}, is_exact=True)
            if meant := self._by_words(cell):
                return Answered({self.field.id: meant})
            if is_blank(cell) or self.vocabulary.explain(cell) == {}:
                return NOTHING
            raise (told(doubt) if (doubt := doubt_in(cell)) else error) from None

    def _by_words(self, cell: str) -> tuple[str, ...]:
        if doubt_in(cell):
            return ()
        for said in self._written(cell):
            if meant := self._explained(said) or self._named(said):
                return meant
        return self._in_brackets(cell)

    def _written(self, cell: str) -> Iterator[str]:
        """Yield the cell, and then without what may stand beside an answer."""
        yield cell
        if self.field.kind == "many":
            undated = without_days(cell) if self.field.is_past else cell
            yield from (listed(cell), listed(without_doses(cell)), listed(without_doses(undated)))
        elif bare := without_tnm(cell):
            yield bare

    def _in_brackets(self, cell: str) -> tuple[str, ...]:
        """Return what “positive (3+)” means: both say so, or one says it more exactly."""
        said = [self._explained(part) or self._named(part) for part in with_brackets(cell)]
        if not said or not all(said) or self.field.kind == "many":
            return ()
        meant = most_exact(self.field, {option for one in said for option in one})
        return tuple(meant) if len(meant) == 1 else ()

    def _explained(self, cell: str) -> tuple[str, ...]:
        for said in (cell, *after(self.names, cell)):
            explained = self.vocabulary.explain(said) or {}
            options = frozenset[str]().union(*explained.values())
            is_clear = self.field.kind == "many" or len(options) == 1
            if options and is_clear and set(explained) <= self.named_in_words:
                return tuple(sorted(options))
        return ()

    def _named(self, cell: str) -> tuple[str, ...]:
        try:
            return self._found(self.known, cell)
        except CellError:
            return ()

    def _numbered(self, cell: str) -> tuple[str, ...]:
        years = age_in(cell)
        if years is None or years > OLDEST:
            return ()
        reached = [one for one in self.field.options if one.at_least is not None and one.at_least <= years]
        return (max(reached, key=lambda one: one.at_least or 0).id,) if reached else ()

    def _found(self, choices: Choices, cell: str) -> tuple[str, ...]:
        return (choices.one(cell),) if self.field.kind == "one" else choices.several(cell)


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


def most_exact(field: FormField, chosen: set[str]) -> set[str]:
    """Leave out what another answer says more exactly; not being sure is the least exact."""
    if field.kind == "many" or len(chosen) == 1:
        return chosen
    refined = {option.refines for option in field.options if option.id in chosen}
    return chosen - refined - {UNSURE} or chosen


def after(names: Iterable[str], cell: str) -> Iterator[str]:
    """Yield the cell with each name before it: “+” below ER is “ER+”."""
    return (f"{name}{'' if cell[:1] in '+-−' else ' '}{cell}" for name in names)
