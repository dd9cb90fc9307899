"""Counts how often questions reach page one: for each cell of the grid, with no concern ticked and with each one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.form_models import Option
from prep.bank.model_types import CONCERNS
from prep.bank.models import Question
from prep.checklist.answers import Answers
from prep.checklist.selection import Selection, select
from prep.editorial.coverage import Cell, questions_about

FEW_IN_ALL = 5
FEW_FOR_ANYONE = 2


@dataclass(frozen=True, slots=True)
class ConcernTally:
    """How many questions people get who tick a concern and nothing else, over all cells of the grid."""

    concern: Option
    named_by: int
    on_page: tuple[int, int]
    """The fewest and the most on page one."""

    in_list: tuple[int, int]
    """The fewest and the most on page one or below."""

    @property
    def is_thin(self) -> bool:
        """Whether it needs more questions, if not as badly as lint would say."""
        return self.named_by < FEW_IN_ALL or self.in_list[0] < FEW_FOR_ANYONE


@dataclass(frozen=True, slots=True)
class QuestionTally:
    """On how many pages a question is, and on how many lists it could be picked from."""

    question: Question
    pages: int
    lists: int

    @property
    def share(self) -> float:
        """The part of the lists that hold it whose page one has it."""
        return self.pages / self.lists if self.lists else 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """The whole count; `people` is how many lists were made for it."""

    people: int
    concerns: tuple[ConcernTally, ...]
    questions: tuple[QuestionTally, ...]


def tally(bank: Bank, everyone: Sequence[Cell]) -> Tally:
    """Count over all cells in `everyone`."""
    pages: Counter[str] = Counter()
    lists: Counter[str] = Counter()
    found: dict[str, list[int]] = {}
    for cell in everyone:
        for concern, selection in _selections(bank, cell):
            page = [pick.question for pick in selection.page_one]
            pages.update(question.id for question in page)
            lists.update(pick.question.id for pick in selection.all)
            found.setdefault(concern, []).append(sum(concern in question.concerns for question in page))
    return Tally(
        people=sum(len(counts) for counts in found.values()),
        concerns=tuple(_concern(bank, concern, found[concern.id], everyone) for concern in bank.concerns),
        questions=tuple(QuestionTally(one, pages[one.id], lists[one.id]) for one in bank.questions),
    )


def _selections(bank: Bank, cell: Cell) -> Iterator[tuple[str, Selection]]:
    """Yield what people in the cell get who tick nothing, then who tick one concern."""
    told = dict(cell.answers.by_field)
    yield "", select(bank, cell.answers)
    for concern in bank.concerns:
        yield concern.id, select(bank, Answers.of({**told, CONCERNS: [concern.id]}))


def _concern(bank: Bank, concern: Option, on_page: Sequence[int], everyone: Sequence[Cell]) -> ConcernTally:
    in_list = [len(questions_about(bank, concern.id, cell)) for cell in everyone]
    named_by = sum(concern.id in question.concerns for question in bank.questions)
    return ConcernTally(concern, named_by, (min(on_page), max(on_page)), (min(in_list), max(in_list)))
