"""Puts together what several cells of a row answer: parts of one thing, and columns that tell of the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prep.bank.bank import Bank
from prep.batch.cells.answer_cells import Answered, most_exact
from prep.batch.cells.column import Column
from prep.batch.cells.part_cells import put_together
from prep.batch.row_problem import RowProblem
from prep.i18n import noop as _

HALF = _("This is only a part of the answer, so it is left open. The whole one asks for: %(parts)s.")
DIFFER = _("%(others)s says something else, so neither counts.")


@dataclass(frozen=True, slots=True)
class Said:
    """A cell that was understood."""

    heading: str
    cell: str
    options: tuple[str, ...]


@dataclass(slots=True)
class RowAnswers:
    """The answers of one row."""

    bank: Bank
    read_by_words: list[tuple[str, str, Mapping[str, tuple[str, ...]]]] = field(default_factory=list)
    """Heading, cell and answers of what people should be told of."""

    left_open: set[str] = field(default_factory=set)
    """The fields of which some cell could not be read, or does not count."""

    _said: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    _parts: dict[str, dict[str, Said]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, column: Column, heading: str, cell: str, meant: Answered) -> None:
        """Take what a cell answers."""
        if meant.answers and not meant.is_exact and not column.part_of:
            self.read_by_words.append((heading, cell, meant.answers))
        for field_id, options in meant.answers.items():
            said = Said(heading, cell, options)
            if column.part_of:
                self._parts[field_id][column.id] = said
            else:
                self._said[field_id].append(said)

    def settled(self) -> tuple[Mapping[str, tuple[str, ...]], tuple[RowProblem, ...]]:
        """Return the answers by field, and what is wrong with cells that do not go together."""
        troubles = list(self._joined())
        answers = {}
        fields = {field.id: field for field in self.bank.accepted_fields}
        for field_id, said in self._said.items():
            options = most_exact(fields[field_id], {option for one in said for option in one.options})
            if fields[field_id].kind == "one" and len(options) > 1:
                troubles.extend(_differing(said))
                self._leave_open(field_id)
                self.left_open.add(field_id)
            else:
                answers[field_id] = tuple(sorted(options))
        return answers, tuple(troubles)

    def _leave_open(self, field_id: str) -> None:
        """Tell of no cell that it was read as an answer to this field."""
        kept = [
            (heading, cell, {one: options for one, options in meant.items() if one != field_id})
            for heading, cell, meant in self.read_by_words
        ]
        self.read_by_words = [one for one in kept if one[2]]

    def _joined(self) -> Iterator[RowProblem]:
        """Put the parts of each field together; yield what is wrong where they are no whole."""
        for field_id, parts in self._parts.items():
            form_field = self.bank.field(field_id)
            options = [option for one in parts.values() for option in one.options]
            whole = put_together(form_field, options)
            first = next(iter(parts.values()))
            if whole:
                heading = ", ".join(one.heading for one in parts.values())
                cell = ", ".join(one.cell for one in parts.values())
                self._said[field_id].append(Said(heading, cell, (whole,)))
                self.read_by_words.append((heading, cell, {field_id: (whole,)}))
            elif field_id not in self._said:
                self.left_open.add(field_id)
                yield RowProblem([(HALF, {"parts": ", ".join(form_field.parts)})], first.heading, first.cell)


def _differing(said: list[Said]) -> Iterator[RowProblem]:
    for one in said:
        others = [f"{other.heading} “{other.cell}”" for other in said if other.options != one.options]
        yield RowProblem([(DIFFER, {"others": ", ".join(others)})], one.heading, one.cell)
