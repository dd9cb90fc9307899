"""Tells what may stand in a column at the first cell that is no answer: seven options beside each, nobody reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from prep.batch.cells.answer_choices import ONE_OF, SOME_OF
from prep.batch.row_problem import RowProblem
from prep.i18n import noop as _

AS_BEFORE = _("Row %(row)s tells what may stand here.")


@dataclass(slots=True)
class ToldOnce:
    """Remembers in which row it was told, by column and by what was said."""

    _rows: dict[tuple[str, str], int] = field(default_factory=dict)

    def problem(self, number: int, one: RowProblem) -> RowProblem:
        """Return what is wrong with a cell of a row, with the row instead of options that were told before."""
        return replace(one, sentences=tuple(self._sentence(number, one.column, said) for said in one.sentences))

    def _sentence(self, number: int, column: str, said: tuple[str, Mapping[str, str]]) -> tuple[str, Mapping[str, str]]:
        text, values = said
        if text not in {ONE_OF, SOME_OF}:
            return said
        row = self._rows.setdefault((column, values["allowed"]), number)
        return said if row == number else (AS_BEFORE, {"row": str(row)})
