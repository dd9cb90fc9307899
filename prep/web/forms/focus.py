"""Says where on the list page a person should find themselves after pressing a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from prep.checklist.drafts import NEW
from prep.checklist.editing import Action, Command
from prep.checklist.found import MOST_SHOWN
from prep.checklist.layout import Arrangement, id_of


@dataclass(frozen=True, slots=True)
class Focus:
    """A control of a question, such as its "up" button, or one of the whole page; none where both are empty."""

    control: str = ""
    question: str = ""


def after(command: Command, before: Arrangement, now: Arrangement, found: Sequence[str] = ()) -> Focus:
    """Return where to go on after a command: to its question, wherever that is now, or next to where it was.

    What was `found` by a search stands apart from its topics, and whoever adds from there goes on there.
    """
    question = command.question
    match command.action:
        case Action.WRITE:
            return Focus("words", NEW)
        case Action.UNDO if not question:
            return Focus("undo")
        case Action.FIND:
            return Focus("found")
        case Action.DROP:
            neighbour = _neighbour([*map(id_of, before.page)], question)
            return Focus("drop", neighbour) if neighbour else Focus("words", NEW)
        case Action.ADD if neighbour := _neighbour(_alike(before, question, found), question):
            return Focus("add", neighbour)
    if question in map(id_of, now.page):
        return Focus(_control(command, now), question)
    return Focus("add", question) if question in map(id_of, now.beside) else Focus()


def _control(command: Command, now: Arrangement) -> str:
    """Return the button that was pressed, or at an end of the list, where it does nothing, its opposite."""
    first, last = _ends(command.question, now)
    match command.action:
        case Action.UP | Action.DOWN:
            return "down" if first else "up" if last else command.action.value
        case Action.REWORD | Action.RESTORE:
            return "reword"
        case _:
            return "star"


def _ends(question: str, now: Arrangement) -> tuple[bool, bool]:
    top = [id_of(one) for one in now.top]
    block = top if question in top else [id_of(one) for one in now.page[len(top) :]]
    return block[0] == question, block[-1] == question


def _neighbour(ids: Sequence[str], question: str) -> str:
    """Return the question behind, else the one before; empty where there is neither."""
    if question not in ids:
        return ""
    here = ids.index(question)
    others = [*ids[here + 1 :][:1], *ids[:here][-1:]]
    return others[0] if others else ""


def _alike(page: Arrangement, question: str, found: Sequence[str]) -> list[str]:
    """Return what stands under the same fold: what was found, what is sensitive, or a topic."""
    by_id = {pick.question.id: pick.question for pick in page.beside}
    shown = [one for one in found if one in by_id and not by_id[one].sensitive][:MOST_SHOWN]
    here = by_id.get(question)
    if question in shown or not here:
        return shown
    alike = (one for one in by_id.values() if one.sensitive == here.sensitive and one.id not in shown)
    return [one.id for one in alike if here.sensitive or one.section == here.section]
