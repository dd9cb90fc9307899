"""Writes the list as a message for a patient portal, which takes a thousand characters and no more.

The first three questions are always in it, the others while they fit, and then how many more there are.
"""

from collections.abc import Callable

from prep.checklist.answers import Speaker
from prep.checklist.checklist import Checklist
from prep.i18n import Translator
from prep.i18n import noop as _

MOST = 1_000
"""Characters that portals take, as far as they say."""

HEADING = {Speaker.PATIENT: _("Questions for my visit"), Speaker.HELPER: _("Questions for our visit")}
HEADING_WITH_DAY = {
    Speaker.PATIENT: _("Questions for my visit on %(day)s"),
    Speaker.HELPER: _("Questions for our visit on %(day)s"),
}
MORE_ONE, MORE_MANY = _("I have %(num)s more question."), _("I have %(num)s more questions.")


def fits_a_portal(message: str) -> bool:
    """Return whether portals take it whole."""
    return len(message) <= MOST


def portal_message(checklist: Checklist, translator: Translator, fits: Callable[[str], bool] = fits_a_portal) -> str:
    """Return the longest message that `fits`."""
    told = _message(checklist, translator, len(checklist.top))
    for count in range(len(checklist.top) + 1, len(checklist.page_one) + 1):
        longer = _message(checklist, translator, count)
        if not fits(longer):
            break
        told = longer
    return told


def _message(checklist: Checklist, translator: Translator, count: int) -> str:
    """Write the first `count` questions of the page."""
    left = len(checklist.page_one) - count
    lines = [_heading(checklist, translator), ""]
    lines += [f"{number}. {line.text}" for number, line in enumerate(checklist.page_one[:count], 1)]
    if left:
        lines += ["", translator.ngettext(MORE_ONE, MORE_MANY, left) % {"num": left}]
    return "\n".join(lines)


def _heading(checklist: Checklist, translator: Translator) -> str:
    visit = checklist.visit
    if not visit.day:
        return translator.gettext(HEADING[visit.speaker]) + ":"
    return translator.gettext(HEADING_WITH_DAY[visit.speaker]) % {"day": translator.date(visit.day)} + ":"
