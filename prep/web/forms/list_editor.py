"""Decodes the posted list page into a `ListEdit`: its hidden fields, the texts typed, and the button pressed."""

from collections.abc import Container, Iterator
from functools import reduce

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.changes import Changes, settled
from prep.checklist.drafts import NEW
from prep.checklist.editing import MAX_UNDO, Action, Command, EditResult, ListEdit
from prep.i18n import noop as _
from prep.text import tidy
from prep.web.forms import hidden_state

CHANGES = "list_changes"
"""The hidden field that holds the patient's changes."""

EARLIER = "list_earlier"
"""The hidden fields that hold what the changes were before, oldest first, to be undone."""

PRESSED = "list_do"
"""The buttons of the list, such as "star scan-frequency"."""

ASKED = "list_asked"
"""Questions of an earlier list that were asked already, by their ids; they are taken off the page."""

WORDS = "words_"
"""A field with a question's words: this and the question's id."""

FIND = "list_find"
"""The words to search for. They go nowhere but back into their field."""

MOST_TO_FIND = 100
"""The longest search, in characters."""

WRITE_FOUND = "write found"
"""The button that makes a question of one's own of what was searched for."""

PLACE = "list_place"
"""How far down the window the pressed button stood, in pixels, so that a script can put it there again."""

PASSING = frozenset({PRESSED, PLACE, FIND})
"""What belongs to one press of a button, and is carried no further."""

UNREADABLE = _("The changes to your list could not be read.")


def read_edit(sent: MultiDict[str, str], known: Container[str]) -> ListEdit:
    """Return what the page sent back about a list of `known` questions.

    Raises:
        BadRequest: the hidden fields are damaged, or the button is none of ours.
    """
    try:
        undo = tuple(hidden_state.read(text, known) for text in sent.getlist(EARLIER)[-MAX_UNDO:])
        state = hidden_state.read(sent[CHANGES], known) if CHANGES in sent else Changes()
        command = _command(sent.get(PRESSED, ""))
    except (hidden_state.UnreadableChangesError, ValueError) as error:
        raise BadRequest(UNREADABLE) from error
    if asked := sent.getlist(ASKED):
        undo, state = (*undo, state), settled(reduce(Changes.drop, asked, state), known)
    typed = {name.removeprefix(WORDS): sent[name] for name in sent if name.startswith(WORDS)}
    if sent.get(PRESSED) == WRITE_FOUND and not tidy(typed.get(NEW, "")):
        typed[NEW] = sent.get(FIND, "")
    return ListEdit(state, undo, command, typed)


def words_to_find(sent: MultiDict[str, str]) -> str:
    """Return what to search for; empty where nothing is, or where it became a question of one's own."""
    return "" if sent.get(PRESSED) == WRITE_FOUND else tidy(sent.get(FIND, "")[:MOST_TO_FIND])


def fields(result: EditResult) -> Iterator[tuple[str, str]]:
    """Yield the hidden fields that remember the list and what it was before."""
    yield CHANGES, hidden_state.written(result.changes)
    yield from ((EARLIER, hidden_state.written(changes)) for changes in result.undo)


def _command(pressed: str) -> Command | None:
    action, _space, question = pressed.partition(" ")
    return Command(Action(action), question) if action else None
