"""Reads whether a visit takes place: schedules keep those that were cancelled, with a word beside them."""

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


def is_off(cell: str) -> bool:
    """Return whether the cell says that the visit does not take place. One that says nothing cancels none."""
    said = letters_and_digits(cell)
    return said in _OFF or said.startswith(_OFF_WHATEVER_FOLLOWS)


def read_status(cell: str) -> None:
    """Take the cell of a visit that may well take place.

    Raises:
        CellError: nobody can tell whether it does.
    """
    said = letters_and_digits(cell)
    if said and not is_off(cell) and said not in _ON:
        raise CellError((UNKNOWN, {}))
