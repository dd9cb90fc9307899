"""The rows of a list of visits: one that can be printed, one that cannot, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from prep.batch import columns as known
from prep.checklist.answers import Answers, Speaker, Visit
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.i18n import noop as _

SHOWN = 100
"""Characters of a cell that a message repeats."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing to mend in a row: where, what stands there, and what was expected."""

    sentences: Sequence[tuple[str, Mapping[str, str]]]
    column: str = ""
    value: str = ""

    def told(self, translator: Translator) -> str:
        """Return it as a line to read."""
        expected = " ".join(translator.gettext(text) % values for text, values in self.sentences)
        if not self.column:
            return expected
        value = self.value if len(self.value) <= SHOWN else self.value[:SHOWN] + "…"
        place = translator.gettext(_("%(column)s is “%(value)s”.")) % {"column": self.column, "value": value}
        return f"{place} {expected}"


@dataclass(frozen=True, slots=True)
class Row:
    """A visit that can be printed."""

    number: int
    cells: tuple[str, ...]
    answers: Answers
    visit: Visit
    lang: str | None
    paper: Paper | None
    print_size: PrintSize | None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be printed, and why."""

    number: int
    cells: tuple[str, ...]
    troubles: tuple[RowProblem, ...]


class CellValues(BaseModel):
    """What the cells of a row mean, by the id of their column. All other keys are fields of the bank."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")
    __pydantic_extra__: dict[str, tuple[str, ...]]

    number: int | None = Field(None, alias=known.ROW)
    name: str = Field("", alias=known.NAME)
    day: date | None = Field(None, alias=known.DAY)
    with_whom: str = Field("", alias=known.WITH)
    speaker: Speaker | None = Field(None, alias=known.SPEAKER)
    lang: str | None = Field(None, alias=known.LANGUAGE)
    paper: Paper | None = Field(None, alias=known.PAPER)
    print_size: PrintSize | None = Field(None, alias=known.PRINT_SIZE)

    @property
    def answers(self) -> Mapping[str, tuple[str, ...]]:
        """The options in each field of the bank."""
        return self.__pydantic_extra__


def row_of(number: int, cells: tuple[str, ...], meant: CellValues) -> Row:
    """Return the row whose cells mean this."""
    return Row(
        number=number,
        cells=cells,
        answers=Answers.of(meant.answers),
        visit=Visit(meant.name, meant.day, meant.with_whom, meant.speaker or Speaker.PATIENT),
        lang=meant.lang,
        paper=meant.paper,
        print_size=meant.print_size,
    )
