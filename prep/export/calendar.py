"""Writes a calendar entry for the day of the visit. It says nothing about the illness, the clinic or the questions."""

from datetime import date, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.enums import CLASS, TRANSP

from prep.checklist.answers import Speaker
from prep.i18n import Translator
from prep.i18n import noop as _

SUMMARY = {Speaker.PATIENT: _("Visit: bring my questions"), Speaker.HELPER: _("Visit: bring our questions")}
REMINDER = _("Tomorrow is the visit. Put the questions by the door.")
EVENING_BEFORE = timedelta(hours=-6)
"""Seen from the midnight at which the day begins."""


def calendar_entry(day: date, speaker: Speaker, translator: Translator) -> bytes:
    """Return an entry for the whole day, which leaves it free for others and rings the evening before."""
    alarm = Alarm.new(description=translator.gettext(REMINDER))
    alarm.add("action", "DISPLAY")
    alarm.TRIGGER = EVENING_BEFORE
    event = Event.new(
        summary=translator.gettext(SUMMARY[speaker]),
        start=day,
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
        subcomponents=[alarm],
    )
    calendar = Calendar.new(prodid="-//Visit Prep//Visit Prep//EN", subcomponents=[event])
    return bytes(calendar.to_ical())
