"""Applies one edit of the list: the texts that were typed, then the command that was given.

Whatever was typed is taken in with every command, so that nothing is lost. A text that cannot be used comes back as a
draft, and changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from prep.bank.bank import Bank
from prep.bank.translation import Translates
from prep.checklist.changes import Changes, is_own
from prep.checklist.drafts import Draft, StandardWords, take_in, words_of
from prep.checklist.layout import Arrangement, arrange, id_of, made_room, moved_down, moved_up, number_of, starred
from prep.checklist.selection import Selection
from prep.text import tidy

MAX_UNDO = 10
"""How many steps can be taken back."""


class Action(Enum):
    """What a button of the list does."""

    STAR = "star"
    UNSTAR = "unstar"
    UP = "up"
    DOWN = "down"
    DROP = "drop"
    ADD = "add"
    REWORD = "reword"
    RESTORE = "restore"
    WRITE = "write"
    UNDO = "undo"
    FIND = "find"


@dataclass(frozen=True, slots=True)
class Command:
    """A button that was pressed, and the question that it belongs to; empty where it is one of the whole page."""

    action: Action
    question: str = ""


@dataclass(frozen=True, slots=True)
class ListEdit:
    """What a page sent back: the list as it was drawn, and what the patient typed and pressed."""

    state: Changes = field(default_factory=Changes)
    undo: tuple[Changes, ...] = ()
    """Earlier states, oldest first."""

    command: Command | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    """The text of each field, as it was typed, by question id or `NEW`."""


@dataclass(frozen=True, slots=True)
class MadeRoom:
    """The question that made room among the first three."""

    words: str
    number: int


@dataclass(frozen=True, slots=True)
class EditResult:
    """The list after an edit."""

    changes: Changes
    undo: tuple[Changes, ...]
    drafts: Mapping[str, Draft]
    """By question id, or `NEW`."""

    arrangement: Arrangement
    before: Arrangement
    """As it was when the button was pressed, so that a question taken off still has neighbours."""

    command: Command | None
    effect: Action | None
    """What was done in the end: saving no words at all goes back to ours, or takes a question of one's own off."""

    is_changed: bool
    words: str
    """How the question of the command reads; empty where there is none."""

    made_room: MadeRoom | None = None
    """What made room for a question that was starred."""


def apply_edit(edit: ListEdit, bank: Bank, selection: Selection, translator: Translates) -> EditResult:
    """Return the patient's list as it is after what they typed and pressed."""
    standard = StandardWords(bank, translator)
    typed, drafts = take_in(edit.typed, edit.state, standard)
    before = arrange(selection, typed)
    command, undo = edit.command, list(edit.undo)
    if command and command.action is Action.UNDO:
        undone = undo.pop() if undo else edit.state
        changes, drafts = take_in(_just_typed(edit, standard), undone, standard)
    else:
        changes = _done(command, typed, before) if command else typed
        undo = [*undo, edit.state][-MAX_UNDO:] if changes != edit.state else undo
        drafts = _still_open(drafts, command)
    question = command.question if command else ""
    arrangement = before if changes == typed else arrange(selection, changes)
    return EditResult(
        changes=changes,
        undo=tuple(undo),
        drafts=drafts,
        arrangement=arrangement,
        before=before,
        command=command,
        effect=_effect(command, edit),
        is_changed=bool(command) and changes != edit.state,
        words=words_of(question, typed, standard) or words_of(question, edit.state, standard),
        made_room=_made_room(command, before, arrangement, partial(words_of, changes=changes, standard=standard)),
    )


def _just_typed(edit: ListEdit, standard: StandardWords) -> Mapping[str, str]:
    """Return the texts that read otherwise than when the page was drawn: undoing a step must not lose them."""
    return {
        question: text
        for question, text in edit.typed.items()
        if tidy(text) != words_of(question, edit.state, standard)
    }


def _done(command: Command, changes: Changes, page: Arrangement) -> Changes:
    """Do what the button says; one whose question is not where it was, as on a page gone stale, does nothing."""
    question = command.question
    is_on_page = question in map(id_of, page.page)
    match command.action:
        case Action.STAR if is_on_page:
            return starred(page, changes, question)
        case Action.UNSTAR if is_on_page:
            return changes.unstar(question)
        case Action.UP if is_on_page:
            return moved_up(page, changes, question)
        case Action.DOWN if is_on_page:
            return moved_down(page, changes, question)
        case Action.DROP if is_on_page:
            return changes.drop(question)
        case Action.ADD if question in map(id_of, page.beside):
            return changes.add(question)
        case Action.RESTORE:
            return changes.restore_words(question)
        case _:
            return changes


def _still_open(drafts: Mapping[str, Draft], command: Command | None) -> Mapping[str, Draft]:
    """Let go of a draft whose question is taken off, or goes back to the bank's words."""
    if command and command.action in {Action.DROP, Action.RESTORE}:
        return {question: draft for question, draft in drafts.items() if question != command.question}
    return drafts


def _effect(command: Command | None, edit: ListEdit) -> Action | None:
    if command and command.action is Action.REWORD and not tidy(edit.typed.get(command.question, "")):
        return Action.DROP if is_own(command.question) else Action.RESTORE
    return command.action if command else None


def _made_room(
    command: Command | None, before: Arrangement, now: Arrangement, words: Callable[[str], str]
) -> MadeRoom | None:
    if not command or command.action is not Action.STAR:
        return None
    question = made_room(before, now)
    return MadeRoom(words(question), number_of(now, question)) if question else None
