"""Serializes a patient's changes into a hidden field, as JSON, and back: the page itself is the only memory."""

from collections.abc import Container

from pydantic import TypeAdapter, ValidationError

from prep.checklist.changes import MAX_TYPED, Changes, settled

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
    if changes.typed > MAX_TYPED:
        raise UnreadableChangesError
    return settled(changes, known)
