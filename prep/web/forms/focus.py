"""Says where on the list page a person should find themselves after pressing a button."""

from collections.abc import Sequence
from dataclasses import dataclass

from prep.checklist.drafts import NEW
from prep.checklist.editing import Action, Command
from prep.checklist.layout import Arrangement, PlacedQuestion, id_of


@dataclass(frozen=True, slots=True)
class Focus:
    """A control of a question, such as its "up" button, or one of the whole page; none where both are empty."""

    control: str = ""
    question: str = ""


def after(command: Command, before: Arrangement, now: Arrangement) -> Focus:
    """Return where to go on after a command: to its question, wherever that is now, or next to where it was."""
    question = command.question
    match command.action:
        case Action.WRITE:
            return Focus("words", NEW)
        case Action.UNDO if not question:
            return Focus("undo")
        case Action.DROP:
            neighbour = _neighbour(before.page, question)
            return Focus("drop", neighbour) if neighbour else Focus("words", NEW)
        case Action.ADD if neighbour := _neighbour(_alike(before, question), question):
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


def _neighbour(placed: Sequence[PlacedQuestion], question: str) -> str:
    """Return the question behind, else the one before; empty where there is neither."""
    ids = [id_of(one) for one in placed]
    if question not in ids:
        return ""
    here = ids.index(question)
    others = [*ids[here + 1 :][:1], *ids[:here][-1:]]
    return others[0] if others else ""


def _alike(page: Arrangement, question: str) -> list[PlacedQuestion]:
    """Return what stands under the same fold."""
    folds = (
        [pick for pick in page.more if not pick.question.sensitive],
        [pick for pick in page.more if pick.question.sensitive],
        page.others,
    )
    return [*next((fold for fold in folds if question in map(id_of, fold)), ())]
