"""Says where on the list page a person should find themselves after pressing a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from prep.checklist.layout import Arrangement, PlacedQuestion, id_of

NEW = "new"
"""Stands for the id of a question that the patient is writing."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A control of a question, such as its "up" button, or one of the whole page; none where both are empty."""

    control: str = ""
    question: str = ""


def after(did: str, question: str, before: Arrangement, now: Arrangement) -> Focus:
    """Return where to go on after `did` was done to `question`: where it is now, or next to where it was."""
    if did == "write":
        return Focus("words", NEW)
    if did == "undo" and not question:
        return Focus("undo")
    if did == "drop":
        neighbour = _neighbour(before.page, question)
        return Focus("drop", neighbour) if neighbour else Focus("words", NEW)
    if did == "add" and (neighbour := _neighbour(_alike(before, question), question)):
        return Focus("add", neighbour)
    if question in map(id_of, now.page):
        return Focus(_control(did, question, now), question)
    return Focus("add", question) if question in map(id_of, now.more) else Focus()


def _control(did: str, question: str, now: Arrangement) -> str:
    """Return the button that was pressed, or at an end of the list, where it does nothing, its opposite."""
    first, last = _ends(question, now)
    match did:
        case "up" | "down":
            return "down" if first else "up" if last else did
        case "reword" | "restore":
            return "reword"
        case _:
            return "star"


def _ends(question: str, now: Arrangement) -> tuple[bool, bool]:
    top = [id_of(one) for one in now.top]
    block = top if question in top else [id_of(one) for one in now.page[len(top) :]]
    return block[0] == question, block[-1] == question


def _neighbour(placed: Sequence[PlacedQuestion], question: str) -> str:
    """Return the question behind, else the one before; empty where there is neither."""
    ids = [id_of(one) for one in placed]
    if question not in ids:
        return ""
    here = ids.index(question)
    others = [*ids[here + 1 :][:1], *ids[:here][-1:]]
    return others[0] if others else ""


def _alike(page: Arrangement, question: str) -> list[PlacedQuestion]:
    """Return what stands under the same fold: sensitive questions have one of their own."""
    sensitive = {id_of(pick): pick.question.sensitive for pick in page.more}
    return [pick for pick in page.more if pick.question.sensitive == sensitive.get(question)]
