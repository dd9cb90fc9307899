"""The rows of a list of visits: one that can be printed, and one that cannot."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict, Field

from prep.batch.cells import headings as known
from prep.batch.row_problem import RowProblem
from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.checklist.pack import Paper, PrintSize

NOTHING_KNOWN: Mapping[str, frozenset[str]] = MappingProxyType({})


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
    unread: tuple[RowProblem, ...] = ()
    """Its cells that could not be read: it is printed without them."""

    left_open: frozenset[str] = frozenset()
    """The fields that those may have answered: nothing else speaks for them."""

    perhaps: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """What may hold in some of those, by words that are no answer."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be printed, and why."""

    number: int
    cells: tuple[str, ...]
    troubles: tuple[RowProblem, ...]
    name: str = ""
    """Whose it is, where that can be read."""

    is_cancelled: bool = False
    """The visit does not take place: there is nothing to mend."""


class CellValues(BaseModel):
    """What the cells of our own columns mean, by the id of their column."""

    model_config = ConfigDict(frozen=True, strict=True)

    number: int | None = Field(None, alias=known.ROW)
    name: str = Field("", alias=known.NAME)
    first_name: str = Field("", alias=known.FIRST_NAME)
    last_name: str = Field("", alias=known.LAST_NAME)
    day: date | None = Field(None, alias=known.DAY)
    with_whom: str = Field("", alias=known.WITH)
    speaker: Speaker | None = Field(None, alias=known.SPEAKER)
    lang: str | None = Field(None, alias=known.LANGUAGE)
    paper: Paper | None = Field(None, alias=known.PAPER)
    print_size: PrintSize | None = Field(None, alias=known.PRINT_SIZE)

    @property
    def whole_name(self) -> str:
        """The name, from one column or from two."""
        return self.name or f"{self.first_name} {self.last_name}".strip()[:MAX_TEXT]


def row_of(
    number: int,
    cells: tuple[str, ...],
    meant: CellValues,
    answers: Mapping[str, tuple[str, ...]],
    unread: tuple[RowProblem, ...] = (),
    left_open: Iterable[str] = (),
    perhaps: Mapping[str, frozenset[str]] = NOTHING_KNOWN,
) -> Row:
    """Return the row whose cells mean this."""
    return Row(
        number=number,
        cells=cells,
        answers=Answers.of(answers),
        visit=Visit(meant.whole_name, meant.day, meant.with_whom, meant.speaker or Speaker.PATIENT),
        lang=meant.lang,
        paper=meant.paper,
        print_size=meant.print_size,
        unread=unread,
        left_open=frozenset(left_open),
        perhaps=perhaps,
    )


def strictly(rows: Iterable[Row | BadRow]) -> Iterator[Row | BadRow]:
    """Yield the rows, of which those with a cell that could not be read are not printed."""
    for row in rows:
        yield BadRow(row.number, row.cells, row.unread, row.visit.name) if isinstance(row, Row) and row.unread else row
