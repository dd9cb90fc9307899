"""Reads a list of visits that was sent: chosen on our page, or as the whole body."""

from dataclasses import dataclass

from flask import request

from prep.i18n import noop as _
from prep.web.forms.file_upload import sent_with_files

MAX_BYTES = 128 * 1024
"""Of a request; forty visits with every cell filled are about a third of it."""

FILE, FORM, DATES, EXTENT = "visits_file", "visits_form", "visits_dates", "visits_extent"

NOT_A_LIST = _("This address takes a list of visits: send it from the page, or as text/csv.")


@dataclass(frozen=True, slots=True)
class Upload:
    """What was sent."""

    content: bytes
    form: str
    """How the lists are wanted; nothing where that was not said."""

    dates: str
    extent: str = ""
    """How much to print of each; nothing where that was not said."""


def uploaded() -> Upload:
    """Return the list in the current request: chosen on our page, or as the whole body.

    Raises:
        UnsupportedMediaType: it is neither.
        BadRequest: the form cannot be read.
        RequestEntityTooLarge: it is larger than forty visits can be.
    """
    if request.mimetype == "text/csv":
        request.max_content_length = MAX_BYTES
        return Upload(request.get_data(), "", "")
    form, files = sent_with_files(MAX_BYTES, NOT_A_LIST)
    content = files[FILE].read() if FILE in files else b""
    return Upload(content, form.get(FORM, ""), form.get(DATES, ""), form.get(EXTENT, ""))
