"""Counts how many questions people get, for each combination of the answers that the form asks everyone for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from prep.bank.agendas import Agenda
from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import AppliesTo
from prep.bank.models import Question
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.matching import Matcher
from prep.checklist.selection import select


@dataclass(frozen=True)
class Cell:
    """One combination of answers, and how many questions it brings."""

    chosen: tuple[tuple[FormField, Option], ...]
    page_one: int
    in_all: int
    made_for: int
    """How many of them are kept from others by one of these answers."""

    @cached_property
    def answers(self) -> Answers:
        """The combination as answers, with nothing else told."""
        return Answers.of({field.id: [option.id] for field, option in self.chosen})

    @property
    def label(self) -> str:
        """The combination as people see it on the form."""
        return " + ".join(option.label for _field, option in self.chosen)


def grid_fields(bank: Bank) -> tuple[FormField, ...]:
    """Return the fields that span the grid: asked of everyone, one answer each, and keeping questions from some.

    Options that no condition tells apart stand together: whoever gives one of them gets what the others get.
    """
    return _spanning(bank, [one for question in bank.questions for one in _conditions(question)])


def situations(bank: Bank) -> Iterator[Answers]:
    """Yield every combination of answers that go together and that an agenda, too, tells apart."""
    conditions = [one for question in bank.questions for one in _conditions(question)]
    conditions += [one for agenda in bank.agendas for one in _conditions(agenda)]
    for chosen in _combinations(bank, _spanning(bank, conditions)):
        yield Answers.of({field.id: [option.id] for field, option in chosen})


def _spanning(bank: Bank, conditions: Sequence[AppliesTo]) -> tuple[FormField, ...]:
    asked = (field for field in bank.asked_fields if field.kind == "one" and not field.detail)
    spanning = (field.model_copy(update={"options": tuple(_told_apart(field, conditions))}) for field in asked)
    return tuple(field for field in spanning if len(field.options) > 1)


def _conditions(entry: Question | Agenda) -> tuple[AppliesTo, ...]:
    return (entry.applies_to, entry.not_for, *([entry.also_for] if isinstance(entry, Question) else ()))


def cells(bank: Bank) -> tuple[Cell, ...]:
    """Return every combination of answers that go together, in the form's order."""
    return tuple(_cell(bank, chosen) for chosen in _combinations(bank, grid_fields(bank)))


def questions_about(bank: Bank, concern: str, cell: Cell) -> tuple[Question, ...]:
    """Return the questions on a concern that people in the cell find on their list."""
    told = Matcher(bank, cell.answers)
    return tuple(one for one in bank.questions if concern in one.concerns and told.is_for(one))


def _told_apart(field: FormField, conditions: Iterable[AppliesTo]) -> Iterator[Option]:
    """Yield the first of the options that all conditions treat alike, under the labels of all of them."""
    of_field = {frozenset(condition[field.id]) for condition in conditions if field.id in condition}
    alike: dict[tuple[object, ...], list[Option]] = {}
    for option in field.options:
        named = frozenset(condition for condition in of_field if option.id in condition)
        alike.setdefault((named, option.must_be_named, tuple(option.applies_to.items())), []).append(option)
    for options in alike.values():
        yield options[0].model_copy(update={"label": " or ".join(option.label for option in options)})


def _combinations(bank: Bank, fields: Iterable[FormField]) -> Iterator[tuple[tuple[FormField, Option], ...]]:
    ways = [[(field, option) for option in field.options] for field in fields]
    for chosen in product(*ways):
        if not conflicts(bank, Answers.of({field.id: [option.id] for field, option in chosen})):
            yield chosen


def _cell(bank: Bank, chosen: tuple[tuple[FormField, Option], ...]) -> Cell:
    selection = select(bank, Answers.of({field.id: [option.id] for field, option in chosen}))
    everything = selection.all
    spanning = {field.id for field, _option in chosen}
    made_for = sum(not spanning.isdisjoint(pick.question.applies_to) for pick in everything)
    return Cell(chosen, len(selection.page_one), len(everything), made_for)
