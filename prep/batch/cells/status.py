"""Reads whether a visit takes place: schedules keep those that were cancelled, with a word beside them."""

import re

from prep.text import letters_and_digits

_OFF = {
    letters_and_digits(words)
    for words in (
        "cancel", "canc", "cncl", "cxl", "cxld", "cx", "cnx", "no show", "no-showed", "ns", "did not attend", "dna",
        "did not arrive", "left without being seen", "lwbs", "void", "voided", "deleted", "withdrawn",
        "entered in error", "deceased", "deceased on", "expired", "expired on", "died", "died on", "passed away",
        "passed away on", "rip", "abgesagt", "storniert", "nicht erschienen", "verstorben", "verstorben am",
        "cancelado", "cancelada", "fallecida", "fallecido",
    )
}  # fmt: skip
_MOVED = {
    letters_and_digits(words) for words in ("reschedule", "rescheduled", "resched", "r/s", "bumped", "verschoben")
}
_OFF_WHATEVER_FOLLOWS = tuple(map(letters_and_digits, ("cancelled", "canceled", "no show", "rescheduled to")))
"""A reason often does: “Cancelled by patient”."""

_ON = {
    letters_and_digits(words)
    for words in (
        "scheduled", "sched", "sch", "booked", "planned", "confirmed", "conf", "unconfirmed", "not confirmed",
        "pending", "tentative", "reminded", "left message", "lm", "lvm", "arrived", "present", "waiting",
        "on time", "late", "checked in", "check in", "checked out", "check out", "roomed", "in room",
        "with provider", "in progress", "seen", "attended", "kept", "completed", "complete", "comp", "closed", "signed",
        "open", "active", "ready", "approved", "authorized", "verified", "new", "new patient", "new pt", "np",
        "established", "est", "established patient", "return", "returning", "follow up", "fu", "f/u", "ok", "yes",
    )
}  # fmt: skip

_OF_WHOM = re.compile(r"^\s*(?:pt|patient|appt|appointment|visit|termin)\b\W*", re.IGNORECASE)
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
    """Return whether the cell says that the visit does not take place. One that says nothing cancels none.

    Behind all but “rescheduled” there may be a day: “Deceased 11/28”. Behind that one it may be today's.
    """
    said = letters_and_digits(_OF_WHOM.sub("", cell))
    return said in _OFF | _MOVED or said.rstrip("0123456789") in _OFF or said.startswith(_OFF_WHATEVER_FOLLOWS)


def is_off_as_type(cell: str) -> bool:
    """Return whether it says so among kinds of visits, where two letters may stand for one: “NS” for the nurse's."""
    return len(letters_and_digits(cell).rstrip("0123456789")) > 2 and is_off(cell)


def is_off_beside_day(cell: str) -> bool:
    """Return whether it says so before or behind a day. “DNA” is “did not attend” here, and a molecule elsewhere."""
    words = cell.split()
    return any(is_off(" ".join(part)) for place in range(len(words)) for part in (words[place:], words[: place + 1]))


def is_off_among_words(cell: str) -> bool:
    """Return whether it says so between commas, beside a name or a diagnosis: “IDC, cancelled per pt”."""
    return any(_OFF_IN_WORDS.fullmatch(clause.strip()) for clause in _CLAUSES.split(cell))


def says_on(cell: str) -> bool:
    """Return whether the cell of a visit that is not off says so, or nothing; else nobody can tell."""
    said = letters_and_digits(cell)
    return not said or said in _ON


def nothing_to_tell(_cell: str) -> None:
    """Take any cell that does not say that the visit is off: “RAD ONC” below “Visit type”."""
