"""Parses a form with a file (multipart/form-data) in memory: a file that people chose would else reach the disk."""

from io import BytesIO

from flask import request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import BadRequest, UnsupportedMediaType
from werkzeug.formparser import FormDataParser

MULTIPART = "multipart/form-data"
MAX_FIELDS = 10


def sent_with_files(max_bytes: int, otherwise: str) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    """Return the fields and the files of the form in the current request.

    Raises:
        UnsupportedMediaType: it is no such form; `otherwise` says what is taken here.
        BadRequest: the form cannot be read.
        RequestEntityTooLarge: it is larger than `max_bytes`.
    """
    request.max_content_length = max_bytes
    if request.mimetype != MULTIPART:
        raise UnsupportedMediaType(otherwise)
    parser = FormDataParser(
        stream_factory=_in_memory,
        max_form_memory_size=max_bytes,
        max_form_parts=MAX_FIELDS,
        silent=False,
    )
    try:
        _rest, form, files = parser.parse(
            request.stream, request.mimetype, request.content_length, dict(request.mimetype_params)
        )
    except ValueError as error:
        raise BadRequest from error
    return form, files


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001  # Werkzeug passes all four
    content_type: str | None,  # noqa: ARG001
    filename: str | None,  # noqa: ARG001
    content_length: int | None = None,  # noqa: ARG001
) -> BytesIO:
    """Return where a file that was sent is held. Its size has been checked."""
    return BytesIO()
