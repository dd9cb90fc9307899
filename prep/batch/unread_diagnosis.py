"""Holds a list whose diagnoses would not be read: without them, a page for this illness goes to whoever has another."""

import re
from collections.abc import Iterator

from prep.batch.cells.headings import DIAGNOSIS, ONLY_IF_OFF, PLAIN
from prep.batch.column_fit import ColumnFit
from prep.batch.column_letters import letters_of
from prep.batch.known_headings import REASON, KnownHeadings
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _
from prep.text import letters_and_digits

UNREAD = _(
    "The column “%(heading)s” seems to hold the diagnosis, and is not read. Call it “Diagnosis”, and send the list "
    "again. If it is something else, take it out of the list."
)

PLACES = {
    "dept", "department", "clinic", "location", "facility", "building", "division", "service", "specialty",
    "speciality", "center", "centre", "abteilung", "klinik",
}  # fmt: skip
"""Headings below which the words for illnesses are names of places: “Melanoma clinic”."""

_BESIDE = re.compile(
    r"(?<!\w)(?:family|fam|fhx?|history|hx|pmhx?|prior|past|previous|comorbidit\w*|problems?|notes?|comments?|remarks?)(?!\w)",
    re.IGNORECASE,
)
"""In headings beside that of the diagnosis: what stands there may well be another illness, and not this visit's."""


def hold_unread_diagnosis(known: KnownHeadings, fit: ColumnFit) -> None:
    """Look at the columns that are not read.

    Beside a column of diagnoses that is read, one that names this illness alone does no harm, nor does one of notes.

    Raises:
        VisitsError: one seems to hold the diagnosis.
    """
    diagnosis = known.by_name.get(PLAIN[DIAGNOSIS])
    is_read = diagnosis in known.columns
    for place, heading in _unread(known, fit.width):
        if not fit.holds(DIAGNOSIS, place):
            continue
        if not is_read or (fit.names_other(place) and not _BESIDE.search(heading)):
            raise VisitsError((UNREAD, {"heading": heading or letters_of(place)}))


def _unread(known: KnownHeadings, width: int) -> Iterator[tuple[int, str]]:
    """Yield place and heading of each, without a heading or with: of some that are read no diagnosis counts."""
    for place in range(max(width, len(known.columns))):
        heading = known.headings[place] if place < len(known.headings) else ""
        column = known.columns[place] if place < len(known.columns) else None
        is_unread = column is None or column.id in ONLY_IF_OFF
        if is_unread and letters_and_digits(heading) not in {REASON, *PLACES}:
            yield place, heading
