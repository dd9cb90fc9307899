"""Words what came of an edit for the list page: one message, where the focus stands, and why a text did not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prep.checklist.drafts import DraftProblem
from prep.checklist.editing import Action, EditResult, MadeRoom
from prep.checklist.layout import number_of
from prep.i18n import noop as _
from prep.web.forms.focus import Focus, after

TOO_LONG = _("This is too long. Please use at most 200 characters.")
TOO_MANY = _("You can add ten questions of your own. Remove one to make room.")
TOO_MUCH = _("There is no room for more words of your own. Please shorten another question first.")
MADE_ROOM = _("Now number %(number)s. Moved down to number %(place)s to make room: %(other)s")

SAID = {
    Action.STAR: _("Now number %(number)s, among your first three."),
    Action.UNSTAR: _("Now number %(number)s. It is still on your page."),
    Action.UP: _("Now number %(number)s of %(count)s."),
    Action.DOWN: _("Now number %(number)s of %(count)s."),
    Action.DROP: _("Taken off your page: %(question)s"),
    Action.ADD: _("Added to your page: %(question)s"),
    Action.REWORD: _("Your words are on your page now."),
    Action.RESTORE: _("Our words are back."),
    Action.WRITE: _("Your question is on your page now."),
    Action.UNDO: _("Undone."),
}
"""What the page says once a button did its work."""

_PROBLEMS = {DraftProblem.TOO_LONG: TOO_LONG, DraftProblem.TOO_MANY: TOO_MANY, DraftProblem.TOO_MUCH: TOO_MUCH}


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A text as it was typed, and the message beside it."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the list page shows of an edit. Messages are still to be translated."""

    said: str
    """What was done; empty where there is nothing to say."""

    question: str
    """The question whose button was pressed."""

    words: str
    """How that question reads, to be filled into the message."""

    number: int
    """Its number on the page, of `count`."""

    count: int
    made_room: MadeRoom | None
    focus: Focus
    drafts: Mapping[str, ShownDraft]
    """By question id, or `NEW`."""


def feedback(result: EditResult, found: Sequence[str] = ()) -> Feedback:
    """Return what to show of `result`, on a page where a search `found` these questions, best first."""
    command = result.command
    drafts = result.drafts.items()
    question = command.question if command else ""
    return Feedback(
        said=_said(result),
        question=question,
        words=result.words,
        number=number_of(result.arrangement, question),
        count=len(result.arrangement.page),
        made_room=result.made_room,
        focus=after(command, result.before, result.arrangement, found) if command else Focus(),
        drafts={question: ShownDraft(draft.text, _PROBLEMS[draft.problem]) for question, draft in drafts},
    )


def _said(result: EditResult) -> str:
    if not result.effect or not result.is_changed:
        return ""
    return MADE_ROOM if result.made_room else SAID.get(result.effect, "")
