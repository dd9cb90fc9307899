"""Compares the pages that two banks give to the same people: how many change, and which questions come and go."""

from collections import Counter
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.checklist.selection import select
from prep.editorial.coverage import Cell, cells


@dataclass(frozen=True, slots=True)
class PageShift:
    """A question that is on more or fewer pages than before."""

    text: str
    id: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class PageDifference:
    """Who gets another page, of all combinations of answers that the newer bank's form can be given."""

    people: int
    changed: tuple[Cell, ...]
    shifts: tuple[PageShift, ...]
    """The largest first."""


def page_difference(old: Bank, new: Bank) -> PageDifference:
    """Return what differs between the pages of `old` and of `new`."""
    everyone = cells(new)
    before: Counter[str] = Counter()
    now: Counter[str] = Counter()
    changed: list[Cell] = []
    for cell in everyone:
        was, is_ = (
            [pick.question.id for pick in select(bank, cell.answers).page_one] for bank in (old, new)
        )  # fmt: skip
        before.update(was)
        now.update(is_)
        if was != is_:
            changed.append(cell)
    texts = {question.id: question.text for bank in (old, new) for question in bank.questions}
    shifts = (PageShift(texts[id_], id_, before[id_], now[id_]) for id_ in {**before, **now} if before[id_] != now[id_])
    largest_first = sorted(shifts, key=lambda one: (-abs(one.now - one.before), one.id))
    return PageDifference(len(everyone), tuple(changed), tuple(largest_first))
