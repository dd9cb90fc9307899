"""Writes a patient's changes into a hidden field and reads them back: the page itself is the only memory."""

from collections.abc import Container
from dataclasses import replace

from pydantic import TypeAdapter, ValidationError

from prep.changes import Changes, OwnQuestion, is_own
from prep.typed import tidy

_FORMAT = TypeAdapter(Changes)


class UnreadableChangesError(Exception):
    """The text holds no changes that a page of ours could have written."""


def written(changes: Changes) -> str:
    """Return the changes as text for a hidden field."""
    return _FORMAT.dump_json(changes, exclude_defaults=True).decode()


def read(text: str, known: Container[str]) -> Changes:
    """Return the changes in the text of a hidden field; questions that are not `known` any more are let go.

    Raises:
        UnreadableChangesError: it is damaged, or holds more than a page of ours can.
    """
    try:
        changes = _FORMAT.validate_json(text)
    except ValidationError as error:
        raise UnreadableChangesError from error
    return settled(changes, known)


def settled(changes: Changes, known: Container[str]) -> Changes:
    """Return changes from outside fit to be used: of questions that are `known`, in texts that can be printed."""
    return _tidied(_of_known(changes, known))


def _of_known(changes: Changes, known: Container[str]) -> Changes:
    own = {one.id for one in changes.own}

    def exists(question: str) -> bool:
        return question in (own if is_own(question) else known)

    return replace(
        changes,
        added=tuple(filter(exists, dict.fromkeys(changes.added))),
        dropped=frozenset(filter(exists, changes.dropped)),
        starred=tuple(filter(exists, dict.fromkeys(changes.starred))),
        unstarred=frozenset(filter(exists, changes.unstarred)),
        order=tuple(filter(exists, dict.fromkeys(changes.order))),
        wording={question: words for question, words in changes.wording.items() if exists(question)},
    )


def _tidied(changes: Changes) -> Changes:
    """Clean texts again: a hidden field, too, comes from outside."""
    return replace(
        changes,
        wording={question: tidy(words) for question, words in changes.wording.items() if tidy(words)},
        own=tuple(OwnQuestion(one.id, tidy(one.text)) for one in changes.own if tidy(one.text)),
    )
