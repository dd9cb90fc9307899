"""What schedules call our own columns. What they call a question of the form is in the bank, as its `columns`."""

from collections.abc import Mapping

ROW, LANGUAGE, NAME, DAY = "visit_row", "visit_language", "visit_name", "visit_date"
FIRST_NAME, LAST_NAME = "visit_first-name", "visit_last-name"
WITH, SPEAKER, PRINT_SIZE, PAPER = "visit_with", "visit_for", "visit_print-size", "visit_paper"
STATUS, ATTENDANCE, TYPE = "visit_status", "visit_attendance", "visit_type"
"""Our own columns. Ids in the bank never hold an underscore, so the two cannot meet."""

ONLY_IF_OFF = (ATTENDANCE, TYPE)
"""Columns of which nothing counts but that a visit does not take place. All else there may be any word."""

DIAGNOSIS = "visit_diagnosis"
"""Stands for the column of diagnoses, which is the bank's, where only the cells tell that it is one."""

USUAL: Mapping[str, tuple[str, ...]] = {
    ROW: ("row number", "row no"),
    NAME: (
        "patient name", "pt name", "full name", "patient full name", "name of patient", "client name", "patient", "pt",
        "last, first", "last name, first name", "patient last, first", "name, first name", "surname, first name",
        "Nachname, Vorname", "Name, Vorname", "Patientenname",
    ),
    FIRST_NAME: (
        "first name", "patient first name", "pt first name", "first", "given name", "forename", "fname", "Vorname",
    ),
    LAST_NAME: (
        "last name", "patient last name", "pt last name", "last", "surname", "family name", "lname", "Nachname",
    ),
    DAY: (
        "appt date", "appointment date", "visit date", "date of visit", "date of appointment", "date of service", "dos",
        "scheduled date", "appt date/time", "appointment date/time", "appointment", "appt", "appt dt",
        "date/time", "day",
    ),
    WITH: (
        "provider", "provider name", "doctor", "dr", "physician", "oncologist", "med onc", "attending", "clinician",
        "md", "seeing", "seen by", "appt with", "appointment with", "visit provider", "rendering provider",
        "treating physician", "consultant", "Arzt", "Ärztin", "behandelnder Arzt",
    ),
    STATUS: (
        "appt status", "appointment status", "visit status", "encounter status", "scheduling status", "sched status",
        "appt sts", "status",
    ),
    ATTENDANCE: (
        "attendance", "attended", "attendance status", "attendance outcome", "appointment outcome", "appt outcome",
        "visit outcome",
    ),
    TYPE: (
        "visit type", "appt type", "appointment type", "encounter type", "type of visit", "type of appointment",
    ),
    SPEAKER: (),
    PRINT_SIZE: (),
    PAPER: (),
    LANGUAGE: ("preferred language", "pt language", "patient language", "lang"),
}  # fmt: skip
"""In English, as American schedules have them. Where two headings mean one column, the first of them is it."""

BY_CELLS: Mapping[str, tuple[str, ...]] = {
    DAY: (
        "appt time", "appointment time", "visit time", "scheduled time", "clinic date", "clinic day", "when", "visit",
        "slot", "time slot", "seen on", "scheduled", "start", "start time", "time", "Termin", "Datum", "Fecha", "Cita",
    ),
    DIAGNOSIS: (
        "reason for visit", "visit reason", "reason for appointment", "appt reason", "reason for consult",
        "reason for referral", "referral reason", "indication", "condition", "medical condition", "disease", "illness",
        "cancer", "tumor", "tumour", "clinical info", "clinical information", "clinical details", "problem list",
        "problems", "impression", "assessment", "path", "pathology", "Befund", "Erkrankung", "Krankheit", "Anlass",
        "enfermedad", "motivo", "motivo de consulta",
    ),
}  # fmt: skip
"""Headings that mean a column only if its cells are of that kind: below “Reason for visit” may stand “follow-up”."""

PLAIN: Mapping[str, str] = {DAY: "date", DIAGNOSIS: "diagnosis"}
"""What those are called where a list is written down again."""
