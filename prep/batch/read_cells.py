"""Gathers what the cells of one row mean, before they are weighed against each other."""

from collections import defaultdict
from dataclasses import dataclass, field

from prep.bank.model_types import AppliesTo
from prep.batch.cells.answer_cells import Answered
from prep.batch.cells.cell_error import CellError, OtherIllnessError, UnnamedIllnessError
from prep.batch.cells.column import Column
from prep.batch.cells.dates import is_serial
from prep.batch.cells.headings import DAY, STATUS
from prep.batch.cells.other_illness import OTHER
from prep.batch.row_answers import RowAnswers
from prep.batch.row_problem import RowProblem
from prep.i18n import noop as _

TWICE = _("Another column of this name says something else. The first one counts.")


@dataclass(slots=True)
class ReadCells:
    """What the cells of a row mean, one by one."""

    answers: RowAnswers
    own: dict[str, object] = field(default_factory=dict)
    """Of our own columns, by their ids."""

    serials: list[tuple[str, str, str]] = field(default_factory=list)
    """Heading, cell and day where a bare number was read as one."""

    statuses: list[tuple[str, str]] = field(default_factory=list)
    """Heading and cell of each that may mean that the visit does not take place, or may not."""

    unread: list[RowProblem] = field(default_factory=list)
    is_unanswered: bool = False
    other: list[RowProblem] = field(default_factory=list)
    """What is said of cells that name another illness; of such a row nothing else matters."""

    unnamed: list[RowProblem] = field(default_factory=list)
    """What is said of cells for the illness that name none, where nothing else shows that it is this one."""

    names_ours: bool = False
    leaving: dict[tuple[str, str], AppliesTo] = field(default_factory=lambda: defaultdict(dict))
    """By heading and cell, what its words leave possible."""

    def add(self, column: Column, heading: str, cell: str, meant: object) -> None:
        """Take what a cell means."""
        if isinstance(meant, Answered):
            self.answers.add(column, heading, cell, meant)
        elif column.id == STATUS:
            self.statuses += [] if meant else [(heading, cell)]
        elif column.id in self.own and cell and meant != self.own[column.id]:
            self.unread.append(RowProblem([(TWICE, {})], heading, cell))
        elif cell:
            self.own[column.id] = meant
            self.serials += [(heading, cell, str(meant))] if column.id == DAY and is_serial(cell) else []

    def leave_out(self, column: Column, heading: str, cell: str, error: CellError) -> None:
        """Take note of a cell that cannot be read."""
        problem = RowProblem(error.sentences, heading, cell)
        self.unread.append(problem)
        self.answers.left_open.update(column.asks)
        self.is_unanswered |= not column.is_own
        self.other += [problem] if isinstance(error, OtherIllnessError) else []
        if isinstance(error, UnnamedIllnessError):
            self.unnamed.append(RowProblem([(OTHER, {})], heading, cell))
