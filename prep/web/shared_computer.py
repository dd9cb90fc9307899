"""Tells whether the person is on a shared computer: then Back finds an empty form, and an idle page clears itself.

It is said by a link on the first page, carried on in a hidden field, or set by a clinic for its own desks.
"""

from collections.abc import Iterator

from flask import g
from werkzeug.datastructures import MultiDict

FIELD = "shared_computer"
"""The hidden field that says so."""

IDLE = 600
"""Seconds without a key or a touch after which the page is cleared."""

WARNING = 120
"""Seconds before that in which the person can put it off."""


def is_shared() -> bool:
    """Return whether the page being drawn is for a shared computer."""
    return bool(g.clinic.shared_computer or g.get(FIELD))


def share() -> None:
    """Draw the current page as for a shared computer."""
    setattr(g, FIELD, True)


def heed(sent: MultiDict[str, str]) -> None:
    """Draw the answer to what was `sent` as for a shared computer, where that is said in it."""
    if FIELD in sent:
        share()


def fields() -> Iterator[tuple[str, str]]:
    """Yield the hidden field that says so on the next page, too."""
    if is_shared():
        yield FIELD, "yes"
