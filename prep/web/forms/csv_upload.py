"""Reads a list of visits that was sent, in memory: a file that people chose would else reach the disk."""

from dataclasses import dataclass
from io import BytesIO

from flask import request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType
from werkzeug.formparser import FormDataParser

from prep.i18n import noop as _

MAX_BYTES = 128 * 1024
"""Of a request; forty visits with every cell filled are about a third of it."""

MAX_FIELDS = 10
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
    request.max_content_length = MAX_BYTES
    if request.mimetype == "text/csv":
        return Upload(request.get_data(), "", "")
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType(NOT_A_LIST)
    parser = FormDataParser(
        stream_factory=_in_memory,
        max_form_memory_size=MAX_BYTES,
        max_form_parts=MAX_FIELDS,
        silent=False,
    )
    try:
        _rest, form, files = parser.parse(
            request.stream, request.mimetype, request.content_length, dict(request.mimetype_params)
        )
    except ValueError as error:
        raise BadRequest from error
    content = files[FILE].read() if FILE in files else b""
    return Upload(content, form.get(FORM, ""), form.get(DATES, ""), form.get(EXTENT, ""))


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001  # Werkzeug passes all four
    content_type: str | None,  # noqa: ARG001
    filename: str | None,  # noqa: ARG001
    content_length: int | None = None,  # noqa: ARG001
) -> BytesIO:
    """Return where a file that was sent is held. Its size has been checked."""
    return BytesIO()
