"""The calendar entry names a day and nothing else: many people see a calendar."""

from datetime import date, timedelta

from icalendar import Calendar

from prep.checklist.answers import Speaker
from prep.export.calendar import calendar_entry
from tests.paper import ENGLISH

DAY = date(2026, 12, 1)


def entry(speaker=Speaker.PATIENT, day=DAY):
    (event,) = Calendar.from_ical(calendar_entry(day, speaker, ENGLISH)).walk("VEVENT")
    return event


def test_it_takes_the_whole_day_and_leaves_it_free_for_others():
    assert (entry().DTSTART, entry()["DTSTART"].params["VALUE"]) == (DAY, "DATE")
    assert entry().duration == timedelta(days=1)
    assert entry()["TRANSP"] == "TRANSPARENT"


def test_it_rings_the_evening_before():
    (alarm,) = entry().walk("VALARM")
    assert (alarm["ACTION"], alarm.TRIGGER) == ("DISPLAY", timedelta(hours=-6))
    assert alarm["DESCRIPTION"] == "Tomorrow is the visit. Put the questions by the door."


def test_it_says_what_to_bring_and_nothing_more():
    assert entry()["SUMMARY"] == "Visit: bring my questions"
    assert entry(Speaker.HELPER)["SUMMARY"] == "Visit: bring our questions"
    assert entry()["CLASS"] == "PRIVATE"
    assert set(entry()) == {"SUMMARY", "DTSTART", "DTSTAMP", "UID", "CLASS", "TRANSP"}


def test_two_visits_are_two_entries():
    assert entry()["UID"] != entry()["UID"]


def test_the_last_day_there_is_has_an_entry():
    assert date.max == entry(day=date.max).DTSTART
