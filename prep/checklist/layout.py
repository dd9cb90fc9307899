"""Lays the patient's page out: the first three, then the rest by number, the patient's own questions first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from prep.checklist.changes import Changes, OwnQuestion, is_own
from prep.checklist.page import TOP
from prep.checklist.person import Pick
from prep.checklist.selection import Selection

OWN = "own_"
"""The section of the patient's own questions; no section of a bank can have this id."""

PlacedQuestion = Pick | OwnQuestion


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The page as the patient has it, and what they could still add."""

    top: tuple[PlacedQuestion, ...]
    rest: tuple[PlacedQuestion, ...]
    """What stands below the first three, as it is read."""

    more: tuple[Pick, ...]
    """What is offered beside the page, best first."""

    others: tuple[Pick, ...]
    """What else fits."""

    wording: Mapping[str, str]
    """The patient's words for a question, by its id."""

    @property
    def page(self) -> tuple[PlacedQuestion, ...]:
        """Every question on the page, as it is read."""
        return (*self.top, *self.rest)

    @property
    def beside(self) -> tuple[Pick, ...]:
        """Every question of the bank that could be added to the page."""
        return (*self.more, *self.others)


def arrange(selection: Selection, changes: Changes) -> Arrangement:
    """Apply the patient's changes to what we picked."""
    ours = [pick for pick in selection.page_one if pick.question.id not in changes.dropped]
    added = [pick for pick in (*selection.more, *selection.others) if pick.question.id in changes.added]
    kept: list[PlacedQuestion] = [*changes.own, *ours, *added]
    top = _top(kept, ours, changes)
    on_page = {id_of(placed) for placed in kept}
    return Arrangement(
        top=top,
        rest=_in_order([placed for placed in kept if placed not in top], changes.order),
        more=tuple(pick for pick in (*selection.page_one, *selection.more) if pick.question.id not in on_page),
        others=tuple(pick for pick in selection.others if pick.question.id not in on_page),
        wording=changes.wording,
    )


def id_of(placed: PlacedQuestion) -> str:
    """Return the id of a question on the page."""
    return placed.question.id if isinstance(placed, Pick) else placed.id


def starred(arrangement: Arrangement, changes: Changes, question: str) -> Changes:
    """Put a question first, behind those that the patient put there before it.

    Where three of their own stand there already, it comes before them. What leaves the first three stands right below.
    """
    top, rest = _ids(arrangement.top), _ids(arrangement.rest)
    if question in top or len(top) < TOP:
        return changes.star(question)
    *staying, leaving = top
    below = [leaving, *(one for one in rest if one != question)]
    if not all(one in changes.starred for one in top):
        return replace(changes.star(question), order=_with_absent(below, changes.order) if changes.order else ())
    return replace(
        changes,
        starred=_with_absent([question, *staying], [one for one in changes.starred if one != leaving]),
        unstarred=changes.unstarred - {question},
        order=_with_absent(below, changes.order),
    )


def made_room(before: Arrangement, now: Arrangement) -> str:
    """Return the id of the question that left the first three and stands below them now; empty where none did."""
    left = [one for one in _ids(before.top) if one in _ids(now.rest)]
    return left[0] if left else ""


def number_of(arrangement: Arrangement, question: str) -> int:
    """Return the number of a question, counted through the whole page; 0 where it is not on it."""
    ids = _ids(arrangement.page)
    return ids.index(question) + 1 if question in ids else 0


def _ids(placed_ones: Iterable[PlacedQuestion]) -> list[str]:
    return [id_of(placed) for placed in placed_ones]


def moved_up(arrangement: Arrangement, changes: Changes, question: str) -> Changes:
    """Move a question before the one above it."""
    return _moved(arrangement, changes, question, -1)


def moved_down(arrangement: Arrangement, changes: Changes, question: str) -> Changes:
    """Move a question behind the one below it."""
    return _moved(arrangement, changes, question, +1)


def _moved(arrangement: Arrangement, changes: Changes, question: str, step: int) -> Changes:
    top, rest = _ids(arrangement.top), _ids(arrangement.rest)
    if question in top:
        return replace(changes, starred=_with_absent(_swapped(top, question, step), changes.starred))
    return replace(changes, order=_with_absent(_swapped(rest, question, step), changes.order))


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
    chosen = [by_id[id_] for id_ in changes.starred if id_ in by_id][:TOP]
    suggested = [placed for placed in ours[:TOP] if id_of(placed) not in changes.unstarred and placed not in chosen]
    return (*chosen, *suggested[: TOP - len(chosen)])


def _in_order(kept: Sequence[PlacedQuestion], order: Sequence[str]) -> tuple[PlacedQuestion, ...]:
    """Put moved questions as the patient put them, a new one of their own before them, and other new ones behind."""
    moved_place = {question: place for place, question in enumerate(order)}

    def place(placed: PlacedQuestion) -> int:
        return moved_place.get(id_of(placed), -1 if is_own(id_of(placed)) else len(order))

    return tuple(sorted(kept, key=place))
