"""Finds words by which a cell tells of a doubt, of the past or of the family: then it is no answer at all.

Words must explain all of a cell anyway; this holds, too, where some word of the bank begins like a doubt.
"""

import re

DOUBTS = (
    "?",
    "r/o",
    "rule out",
    "ruled out",
    "hx",
    "h/o",
    "fhx",
    "fh",
    "family hx",
    "s/p",
    "status post",
    "no evidence",
    "possible",
    "possibly",
    "poss",
    "probable",
    "probably",
    "likely",
    "suspected",
    "suspicion",
    "concern for",
    "c/f",
    "vs",
    "versus",
    "never",
    "denies",
    "declined",
    "refused",
    "held",
    "d/c",
    "d/c'd",
    "discontinued",
    "completed",
)
"""As notes have them. “Not” and “stopped” are none: the bank has words such as “not started”."""

OVER = {"s/p", "status post", "completed", "discontinued", "d/c", "d/c'd"}
"""Of these, what is certain, and over."""

_DOUBT = re.compile(
    "|".join(
        rf"(?<!\w){re.escape(doubt)}(?!\w)" if doubt[-1].isalnum() else re.escape(doubt)
        for doubt in sorted(DOUBTS, key=len, reverse=True)
    ),
    re.IGNORECASE,
)


def doubt_in(cell: str) -> str | None:
    """Return the doubt that a cell tells of, as it stands there; none where it tells of none."""
    found = _DOUBT.search(cell)
    return found[0] if found else None


def is_uncertain(cell: str) -> bool:
    """Return whether a cell tells of something that may not be so, or was never so."""
    return any(found[0].casefold() not in OVER for found in _DOUBT.finditer(cell))
