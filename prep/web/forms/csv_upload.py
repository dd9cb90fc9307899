"""Reads a list of visits that was sent: chosen on our page, carried by it, or as the whole body."""

from dataclasses import dataclass
from enum import Enum

from flask import request

from prep.i18n import noop as _
from prep.web.forms.file_upload import sent_with_files

MAX_BYTES = 512 * 1024
"""Of a request. Forty visits with every cell filled are a tenth of it; workbooks bring styles and themes along."""

FILE, KEPT, FORM, DATES, EXTENT = "visits_file", "visits_kept", "visits_form", "visits_dates", "visits_extent"
SHEETS, SHEET = "visits_sheets", "visits_sheet"

WHOLE_BODY = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

NOT_A_LIST = _("This address takes a list of visits: send it from the page, or as text/csv.")


class SentAs(Enum):
    """The ways in which a list is sent."""

    CHOSEN = "chosen"
    """On our page, to be looked at."""

    SHEET = "sheet"
    """By the page that showed the sheets of a workbook, to be looked at."""

    KEPT = "kept"
    """By the page that showed how it was read, to be made."""

    BODY = "body"
    """By a program, to be made."""


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent."""

    content: bytes
    sent_as: SentAs
    kept: str = ""
    """What a page carried of a list."""

    form: str = ""
    """How the lists are wanted; nothing where that was not said."""

    dates: str = ""
    sheet: str = ""
    """Which of the sheets that a page carried was chosen."""

    extent: str = ""
    """How much to print of each; nothing where that was not said."""


def uploaded() -> Upload:
    """Return the list in the current request.

    Raises:
        UnsupportedMediaType: there is none.
        BadRequest: the form cannot be read.
        RequestEntityTooLarge: it is larger than forty visits can be.
    """
    if request.mimetype in WHOLE_BODY:
        request.max_content_length = MAX_BYTES
        return Upload(request.get_data(), SentAs.BODY)
    form, files = sent_with_files(MAX_BYTES, NOT_A_LIST)
    chosen = {"form": form.get(FORM, ""), "dates": form.get(DATES, ""), "extent": form.get(EXTENT, "")}
    if SHEETS in form:
        return Upload(b"", SentAs.SHEET, form[SHEETS], sheet=form.get(SHEET, ""))
    if KEPT in form:
        return Upload(b"", SentAs.KEPT, form[KEPT], **chosen)
    return Upload(files[FILE].read() if FILE in files else b"", SentAs.CHOSEN, "", **chosen)
