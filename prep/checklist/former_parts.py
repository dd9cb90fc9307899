"""Translates the parts of the former pack into today's extent, so that older programs need not change."""

from collections.abc import Iterable
from enum import Enum

from prep.checklist.pack import Extent


class FormerPart(Enum):
    """A part of the pack as it was, when each could be chosen alone."""

    HAND_OVER = "hand-over"
    ROOM_TO_WRITE = "room-to-write"
    NOTES = "notes"
    SINCE_LAST_TIME = "since-last-time"
    GUIDE = "guide"
    TRIALS = "trials"


ON_THE_SHEET = {FormerPart.HAND_OVER, FormerPart.GUIDE}


def extent_asked_for(extent: Extent, parts: Iterable[FormerPart] | None) -> Extent:
    """Return the extent; where former parts are named, they take its place."""
    return extent if parts is None else extent_of(parts)


def extent_of(parts: Iterable[FormerPart]) -> Extent:
    """Return the smallest extent that holds all of the parts, as far as they are of use to these people."""
    behind = set(parts) - ON_THE_SHEET
    if not behind:
        return Extent.PAGE
    return Extent.NOTES if behind == {FormerPart.NOTES} else Extent.EVERYTHING
