"""Lays the patient's page out: the first three, then the rest under their headings, in the patient's order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from prep.bank.models import Section
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.page import TOP
from prep.checklist.person import Pick
from prep.checklist.selection import Selection

OWN = "own_"
"""The heading of the patient's own questions; no section of a bank can have this id."""

PlacedQuestion = Pick | OwnQuestion


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The page as the patient has it, and what they could still add."""

    top: tuple[PlacedQuestion, ...]
    groups: Mapping[str, tuple[PlacedQuestion, ...]]
    """Section id to its questions, in the order in which both are read."""

    more: tuple[Pick, ...]
    """What is offered beside the page, best first."""

    others: tuple[Pick, ...]
    """What else fits."""

    wording: Mapping[str, str]
    """The patient's words for a question, by its id."""

    @property
    def page(self) -> tuple[PlacedQuestion, ...]:
        """Every question on the page, as it is read."""
        return (*self.top, *chain.from_iterable(self.groups.values()))

    @property
    def beside(self) -> tuple[Pick, ...]:
        """Every question of the bank that could be added to the page."""
        return (*self.more, *self.others)


def arrange(sections: Iterable[Section], selection: Selection, changes: Changes) -> Arrangement:
    """Apply the patient's changes to what we picked."""
    ours = [pick for pick in selection.page_one if pick.question.id not in changes.dropped]
    added = [pick for pick in (*selection.more, *selection.others) if pick.question.id in changes.added]
    kept: list[PlacedQuestion] = [*ours, *added, *changes.own]
    top = _top(kept, ours, changes)
    on_page = {id_of(placed) for placed in kept}
    return Arrangement(
        top=top,
        groups=_grouped(
            [placed for placed in kept if placed not in top], [section.id for section in sections], changes.order
        ),
        more=tuple(pick for pick in (*selection.page_one, *selection.more) if pick.question.id not in on_page),
        others=tuple(pick for pick in selection.others if pick.question.id not in on_page),
        wording=changes.wording,
    )


def id_of(placed: PlacedQuestion) -> str:
    """Return the id of a question on the page."""
    return placed.question.id if isinstance(placed, Pick) else placed.id


def is_full(arrangement: Arrangement, changes: Changes) -> bool:
    """Return whether the patient put as many questions first as can stand there."""
    return sum(id_of(placed) in changes.starred for placed in arrangement.top) >= TOP


def moved_up(arrangement: Arrangement, changes: Changes, question: str) -> Changes:
    """Move a question up: before the one above it, or its whole heading before the one above that."""
    return _moved(arrangement, changes, question, -1)


def moved_down(arrangement: Arrangement, changes: Changes, question: str) -> Changes:
    """Move a question down: behind the one below it, or its whole heading behind the one below that."""
    return _moved(arrangement, changes, question, +1)


def _moved(arrangement: Arrangement, changes: Changes, question: str, step: int) -> Changes:
    top = [id_of(placed) for placed in arrangement.top]
    if question in top:
        return replace(changes, starred=_with_absent(_swapped(top, question, step), changes.starred))
    groups = {section: [id_of(placed) for placed in group] for section, group in arrangement.groups.items()}
    home = next(section for section, group in groups.items() if question in group)
    within = _swapped(groups[home], question, step)
    if within == groups[home]:
        order = [id_ for section in _swapped(list(groups), home, step) for id_ in groups[section]]
    else:
        order = [*chain.from_iterable({**groups, home: within}.values())]
    return replace(changes, order=_with_absent(order, changes.order))


def _with_absent(now: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """Keep what the patient once put in order and what does not apply just now."""
    return (*now, *(question for question in before if question not in now))


def _swapped(ids: Sequence[str], mover: str, step: int) -> list[str]:
    """Return the ids with `mover` one place on; at the end there is nowhere to go."""
    swapped = list(ids)
    here = swapped.index(mover)
    there = here + step
    if 0 <= there < len(swapped):
        swapped[here], swapped[there] = swapped[there], swapped[here]
    return swapped


def _top(
    kept: Sequence[PlacedQuestion], ours: Sequence[PlacedQuestion], changes: Changes
) -> tuple[PlacedQuestion, ...]:
    """Return the patient's stars, then as many of our first three as there is room for."""
    by_id = {id_of(placed): placed for placed in kept}
    starred = [by_id[id_] for id_ in changes.starred if id_ in by_id][:TOP]
    suggested = [placed for placed in ours[:TOP] if id_of(placed) not in changes.unstarred and placed not in starred]
    return (*starred, *suggested[: TOP - len(starred)])


def _grouped(
    kept: Iterable[PlacedQuestion], sections: Sequence[str], order: Sequence[str]
) -> Mapping[str, tuple[PlacedQuestion, ...]]:
    """Put questions under their headings: moved ones as the patient put them, the others as the bank does."""
    section_place = {section: place for place, section in enumerate((*sections, OWN))}
    moved_place = {question: place for place, question in enumerate(order)}
    in_bank_order = sorted(kept, key=lambda placed: section_place[_section(placed)])
    groups: dict[str, tuple[PlacedQuestion, ...]] = {}
    for placed in sorted(in_bank_order, key=lambda placed: moved_place.get(id_of(placed), len(order))):
        groups[_section(placed)] = (*groups.get(_section(placed), ()), placed)
    return groups


def _section(placed: PlacedQuestion) -> str:
    return placed.question.section if isinstance(placed, Pick) else OWN
