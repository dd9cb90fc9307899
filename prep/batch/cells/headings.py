"""What schedules call our own columns. What they call a question of the form is in the bank, as its `columns`."""

from collections.abc import Mapping

ROW, LANGUAGE, NAME, DAY = "visit_row", "visit_language", "visit_name", "visit_date"
FIRST_NAME, LAST_NAME = "visit_first-name", "visit_last-name"
WITH, SPEAKER, PRINT_SIZE, PAPER = "visit_with", "visit_for", "visit_print-size", "visit_paper"
STATUS = "visit_status"
"""Our own columns. Ids in the bank never hold an underscore, so the two cannot meet."""

USUAL: Mapping[str, tuple[str, ...]] = {
    ROW: ("row number", "row no"),
    NAME: (
        "patient name", "pt name", "full name", "patient full name", "name of patient", "client name", "patient", "pt",
        "last, first", "last name, first name", "patient last, first",
    ),
    FIRST_NAME: ("first name", "patient first name", "pt first name", "first", "given name", "fname"),
    LAST_NAME: ("last name", "patient last name", "pt last name", "last", "surname", "family name", "lname"),
    DAY: (
        "appt date", "appointment date", "visit date", "date of visit", "date of appointment", "date of service", "dos",
        "scheduled date", "appt date/time", "appointment date/time", "appointment", "appt", "appt dt",
        "visit", "date/time", "day",
    ),
    WITH: (
        "provider", "provider name", "doctor", "dr", "physician", "oncologist", "med onc", "attending", "clinician",
        "md", "seeing", "seen by", "appt with", "appointment with", "visit provider", "rendering provider",
        "treating physician",
    ),
    STATUS: (
        "appt status", "appointment status", "visit status", "encounter status", "scheduling status", "sched status",
        "appt sts", "status",
    ),
    SPEAKER: (),
    PRINT_SIZE: (),
    PAPER: (),
    LANGUAGE: ("preferred language", "pt language", "patient language", "lang"),
}  # fmt: skip
"""In English, as American schedules have them. Where two headings mean one column, the first of them is it."""
