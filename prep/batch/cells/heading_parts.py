"""Looks up what a heading means; one of two names, such as “Dx / ICD-10”, means what its known part does.

All of its parts must be known: what stands beside a name may be a record number.
"""

import re
from collections.abc import Mapping

from prep.batch.cells.column import Column
from prep.text import letters_and_digits

SAYS_NOTHING = {
    "", "icd", "icd9", "icd10", "icd10cm", "icdcode", "icd10code", "code", "codes", "desc", "description", "text",
    "freetext", "lastfirst", "firstlast", "lastfirstmi", "lastfirstmiddle", "legal", "preferred", "time", "local",
    "mmddyyyy", "mmddyy", "ddmmyyyy", "yyyymmdd", "mdy", "ajcc", "ajcc8", "ajcc8thed", "clinical", "pathologic", "path",
    "ihc", "posneg", "yn", "required", "optional", "ifknown", "current", "years", "yrs", "primary", "onc", "oncology",
}  # fmt: skip
"""What may stand beside a name in a heading, and changes nothing, by its letters and digits."""

_BRACKETS = re.compile(r"(.*?)[(\[]([^()\[\]]*)[)\]]\s*")
_STROKES = re.compile(r"[/\n]|\s[-–—|]\s")


def column_of(heading: str, by_name: Mapping[str, Column]) -> Column | None:
    """Return the column that a heading means, as it stands or by its parts; none where they mean two things."""
    if whole := by_name.get(letters_and_digits(heading)):
        return whole
    bracketed = _BRACKETS.fullmatch(heading)
    parts = bracketed.groups() if bracketed else _STROKES.split(heading)
    telling = [part for part in parts if letters_and_digits(part) not in SAYS_NOTHING]
    if len(parts) == 1 or not telling:
        return None
    found = [column_of(part, by_name) for part in telling]
    known = [column for column in found if column]
    return _widest(known) if len(known) == len(telling) else None


def _widest(columns: list[Column]) -> Column | None:
    """Return the column that asks all that the others ask, as “Dx” does of “Dx / Stage”; none if there is none."""
    widest = max(columns, key=lambda column: len(column.asks))
    is_one = all(one.id == widest.id or ({*one.asks} < {*widest.asks} and one.asks) for one in columns)
    return widest if is_one else None
