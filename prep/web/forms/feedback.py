"""Words what came of an edit for the list page: one message, where the focus stands, and why a text did not fit."""

from collections.abc import Mapping
from dataclasses import dataclass

from prep.checklist.drafts import DraftProblem
from prep.checklist.editing import Action, EditResult, Outcome
from prep.i18n import noop as _
from prep.web.forms.focus import Focus, after

TOO_LONG = _("This is too long. Please use at most 200 characters.")
TOO_MANY = _("You can add ten questions of your own. Remove one to make room.")
TOO_MUCH = _("There is no room for more words of your own. Please shorten another question first.")
FULL = _("Three questions of your choice stand first already. Take one of them out to make room.")

SAID = {
    Action.STAR: _("This one now stands among your first three."),
    Action.UNSTAR: _("It no longer stands first. It is still on your page."),
    Action.UP: _("Moved up."),
    Action.DOWN: _("Moved down."),
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

    focus: Focus
    drafts: Mapping[str, ShownDraft]
    """By question id, or `NEW`."""


def feedback(result: EditResult) -> Feedback:
    """Return what to show of `result`."""
    command = result.command
    drafts = result.drafts.items()
    return Feedback(
        said=_said(result),
        question=command.question if command else "",
        words=result.words,
        focus=after(command, result.before, result.arrangement) if command else Focus(),
        drafts={question: ShownDraft(draft.text, _PROBLEMS[draft.problem]) for question, draft in drafts},
    )


def _said(result: EditResult) -> str:
    if result.outcome is Outcome.FULL:
        return FULL
    return SAID[result.effect] if result.effect and result.outcome is Outcome.DONE else ""
