"""Reads cells of a column that asks one thing: ids and labels of the form, words of reports, brand names, numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prep.bank.form_models import FormField
from prep.bank.model_types import UNSURE
from prep.bank.vocabulary import Vocabulary
from prep.batch.cells.answer_cells import NOTHING, Answered
from prep.batch.cells.answer_choices import Choices
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.doubts import doubt_in
from prep.batch.cells.not_understood import told
from prep.batch.cells.notations import age_in, is_blank, listed, with_brackets, without_days, without_doses, without_tnm

OLDEST = 120
"""The largest number that is read: ages are the only ones."""


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


def most_exact(field: FormField, chosen: set[str]) -> set[str]:
    """Leave out what another answer says more exactly; not being sure is the least exact."""
    if field.kind == "many" or len(chosen) == 1:
        return chosen
    refined = {option.refines for option in field.options if option.id in chosen}
    return chosen - refined - {UNSURE} or chosen


def after(names: Iterable[str], cell: str) -> Iterator[str]:
    """Yield the cell with each name before it: “+” below ER is “ER+”."""
    return (f"{name}{'' if cell[:1] in '+-−' else ' '}{cell}" for name in names)
