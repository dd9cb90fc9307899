"""Puts together what several cells of a row answer: parts of one thing, and columns that tell of the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.list_cells import Overruling
from prep.bank.model_types import UNSURE, AppliesTo
from prep.batch.cells.answer_cells import Answered
from prep.batch.cells.column import Column
from prep.batch.cells.one_field import most_exact
from prep.batch.cells.part_cells import put_together
from prep.batch.row_problem import RowProblem
from prep.i18n import noop as _

HALF = _("This is only a part of the answer, so it is left open. The whole one asks for: %(parts)s.")
OVERRULED = _("%(others)s says something else or later, so this does not count.")
DIFFER = _("%(others)s says something else, so neither counts.")


ReadByWords = tuple[str, str, Mapping[str, tuple[str, ...]]]
"""Heading, cell and answers of what people should be told of."""


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
    read_by_words: list[ReadByWords] = field(default_factory=list)

    left_open: set[str] = field(default_factory=set)
    """The fields of which some cell could not be read, or does not count."""

    _leaving: list[Overruling] = field(default_factory=list)
    _said: dict[str, list[Said]] = field(default_factory=lambda: defaultdict(list))
    _taken: list[tuple[str, str, AppliesTo]] = field(default_factory=list)
    _parts: dict[str, dict[str, list[Said]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))

    def add(self, column: Column, heading: str, cell: str, meant: Answered) -> None:
        """Take what a cell answers."""
        whole = {field: options for field, options in meant.answers.items() if field != column.part_of}
        if whole and not meant.is_exact:
            self.read_by_words.append((heading, cell, whole))
        for field_id, options in meant.answers.items():
            said = Said(heading, cell, options)
            if field_id not in whole:
                self._parts[field_id][column.id].append(said)
            else:
                self._said[field_id].append(said)

    def take(self, heading: str, cell: str, taken: AppliesTo) -> None:
        """Let answers count no longer, by the words of a cell, whichever cell gives them."""
        self._taken.append((heading, cell, taken))
        self.left_open.update(taken)

    def leave(self, entry: Overruling) -> None:
        """Let only what an entry of the bank leaves be possible, where no cell answers."""
        self._leaving.append(entry)

    def possible(self, answers: Mapping[str, tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
        """Return what may hold in fields without an answer, as far as all cells together tell."""
        found: dict[str, frozenset[str]] = {}
        for entry in self._leaving:
            is_excepted = any(
                not set(options).isdisjoint(answers.get(one, ())) for one, options in entry.leaves_unless.items()
            )
            for field_id, options in entry.leaves.items() if not is_excepted else ():
                if field_id not in answers:
                    found[field_id] = found.get(field_id, frozenset(options)).intersection(options)
        return found

    def settled(self) -> tuple[Mapping[str, tuple[str, ...]], tuple[RowProblem, ...]]:
        """Return the answers by field, and what is wrong with cells that do not go together."""
        troubles = [*self._joined(), *self._overruled()]
        answers = {}
        fields = {field.id: field for field in self.bank.accepted_fields}
        for field_id, said in filter(itemgetter(1), self._said.items()):
            options = most_exact(fields[field_id], {*_options(said)})
            if fields[field_id].kind == "one" and len(options) > 1:
                troubles.extend(self._differing(field_id, said))
            else:
                answers[field_id] = tuple(sorted(options))
        self.read_by_words = list(_that_count(self.read_by_words, answers))
        return answers, tuple(troubles)

    def _joined(self) -> Iterator[RowProblem]:
        """Put the parts of each field together; yield what is wrong where they are no whole."""
        for field_id, parts in self._parts.items():
            unlike = [one for said in parts.values() if len({one.options for one in said}) > 1 for one in said]
            if unlike:
                yield from self._differing(field_id, [*unlike, *self._said.pop(field_id, ())])
            else:
                yield from self._whole(self.bank.field(field_id), [said[0] for said in parts.values()])

    def _whole(self, form_field: FormField, said: Sequence[Said]) -> Iterator[RowProblem]:
        """Take what the parts of a field answer together, unless they say less than the whole, or something else."""
        field_id, told = form_field.id, self._said.get(form_field.id, [])
        if whole := put_together(form_field, _options(said)):
            together = Said(", ".join(one.heading for one in said), ", ".join(one.cell for one in said), (whole,))
            self._said[field_id].append(together)
            self.read_by_words.append((together.heading, together.cell, {field_id: (whole,)}))
        elif told and {*_options(said)} - {UNSURE} - {*_options(told)}:
            yield from self._differing(field_id, [*said, *self._said.pop(field_id)])
        elif not told:
            self.left_open.add(field_id)
            yield RowProblem([(HALF, {"parts": ", ".join(form_field.parts)})], said[0].heading, said[0].cell)

    def _overruled(self) -> Iterator[RowProblem]:
        """Drop what a cell takes away, unless it answers itself, which is for both to be named; yield what it took."""
        for heading, cell, taken in self._taken:
            for field_id, options in taken.items():
                said = self._said.get(field_id, [])
                gone = [one for one in said if not set(options).isdisjoint(one.options)]
                own = [one for one in said if (one.heading, one.cell) == (heading, cell)]
                if own and own[0] not in gone:
                    continue
                self._said[field_id] = [one for one in said if one not in gone]
                for one in gone:
                    if one not in own:
                        yield RowProblem([(OVERRULED, {"others": f"{heading} “{cell}”"})], one.heading, one.cell)

    def _differing(self, field_id: str, said: Sequence[Said]) -> Iterator[RowProblem]:
        """Leave a field open; yield each cell that another one contradicts."""
        self.left_open.add(field_id)
        for one in said:
            others = [f"{other.heading} “{other.cell}”" for other in said if other.options != one.options]
            yield RowProblem([(DIFFER, {"others": ", ".join(others)})], one.heading, one.cell)


def _options(said: Iterable[Said]) -> list[str]:
    return [option for one in said for option in one.options]


def _that_count(read: Iterable[ReadByWords], answers: Mapping[str, tuple[str, ...]]) -> Iterator[ReadByWords]:
    """Yield what was read by words, without the options that another cell contradicts or says more exactly."""
    for heading, cell, meant in read:
        counting = {id_: told for id_, options in meant.items() if (told := _both(options, answers.get(id_, ())))}
        if counting:
            yield heading, cell, counting


def _both(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(option for option in one if option in other)
