"""Reads whether a visit takes place: schedules keep those that were cancelled, with a word beside them."""

import re

from prep.batch.cells.cell_error import CellError
from prep.i18n import noop as _
from prep.text import letters_and_digits

UNKNOWN = _("This does not say whether the visit takes place, so it is printed.")

_OFF = {
    letters_and_digits(words)
    for words in (
        "cancel", "canc", "cncl", "cxl", "cxld", "cx", "cnx", "no show", "no-showed", "ns", "did not attend", "dna",
        "did not arrive", "reschedule", "rescheduled", "resched", "r/s", "left without being seen", "lwbs", "bumped",
        "void", "voided", "deleted", "withdrawn", "entered in error", "deceased", "expired", "died",
        "abgesagt", "storniert", "nicht erschienen", "verschoben", "cancelado", "cancelada",
    )
}  # fmt: skip
_OFF_WHATEVER_FOLLOWS = tuple(map(letters_and_digits, ("cancelled", "canceled", "no show", "rescheduled to")))
"""A reason often does: “Cancelled by patient”."""

_ON = {
    letters_and_digits(words)
    for words in (
        "scheduled", "sched", "sch", "booked", "planned", "confirmed", "conf", "unconfirmed", "not confirmed",
        "pending", "tentative", "reminded", "left message", "lm", "lvm", "arrived", "present", "waiting",
        "on time", "late", "checked in", "check in", "checked out", "check out", "roomed", "in room",
        "with provider", "in progress", "seen", "kept", "completed", "complete", "comp", "closed", "signed",
        "open", "active", "ready", "approved", "authorized", "verified", "new", "new patient", "new pt", "np",
        "established", "est", "established patient", "return", "returning", "follow up", "fu", "f/u", "ok", "yes",
    )
}  # fmt: skip

_CLAUSES = re.compile(r"[,;.()|/]|\s[-–—:]+\s|:")
_OFF_IN_WORDS = re.compile(
    r"(?:(?:appt|appointment|visit|pt|patient|termin)\s+)?"
    r"(?:no[- ]?show|did not attend|nicht erschienen"
    r"|(?:cancell?ed|cxl'?d?|rescheduled|abgesagt|storniert|cancelad[oa])"
    r"(?:\s+(?:per|by|via|due|to|appt|appointment|visit|today|pt|patient|durch|von)(?!\w).*)?)",
    re.IGNORECASE,
)
"""What says so of the visit, and not of a treatment: “cancelled surgery” does not."""


def is_off(cell: str) -> bool:
    """Return whether the cell says that the visit does not take place. One that says nothing cancels none."""
    said = letters_and_digits(cell)
    return said in _OFF or said.startswith(_OFF_WHATEVER_FOLLOWS)


def is_off_beside_day(cell: str) -> bool:
    """Return whether it says so before or behind a day. “DNA” is “did not attend” here, and a molecule elsewhere."""
    words = cell.split()
    return any(is_off(" ".join(part)) for place in range(len(words)) for part in (words[place:], words[: place + 1]))


def is_off_among_words(cell: str) -> bool:
    """Return whether it says so between commas, beside a name or a diagnosis: “IDC, cancelled per pt”."""
    return any(_OFF_IN_WORDS.fullmatch(clause.strip()) for clause in _CLAUSES.split(cell))


def read_status(cell: str) -> None:
    """Take the cell of a visit that may well take place.

    Raises:
        CellError: nobody can tell whether it does.
    """
    said = letters_and_digits(cell)
    if said and not is_off(cell) and said not in _ON:
        raise CellError((UNKNOWN, {}))
