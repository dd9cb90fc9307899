"""Parses a posted form body strictly: what cannot be read is refused, never guessed or dropped."""

import re
from urllib.parse import parse_qsl

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from prep.i18n import noop as _
from prep.web import shared_computer

FORM = "application/x-www-form-urlencoded"
MAX_FIELDS = 1000
"""A form with every box ticked and every question kept sends about a third of it."""

_IN_NO_PAGE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""What HTML forbids in a page, so that what was sent can always be shown again."""

NOT_A_FORM = _("This address takes a filled-in form and nothing else.")
NOT_READABLE = _("Some of the letters sent could not be read.")


def posted() -> MultiDict[str, str]:
    """Return the names and values of the form in the current request, with a space for what no page may hold.

    The answer is drawn as for a shared computer where the form says that it is one.

    Raises:
        UnsupportedMediaType: it is no form.
        BadRequest: it is not UTF-8, or holds far more fields than ours.
        RequestEntityTooLarge: it is larger than the app's limit.
    """
    body = request.get_data()
    if body and request.mimetype != FORM:
        raise UnsupportedMediaType(NOT_A_FORM)
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
    except ValueError as error:
        raise BadRequest(NOT_READABLE) from error
    sent = MultiDict((_IN_NO_PAGE.sub(" ", name), _IN_NO_PAGE.sub(" ", value)) for name, value in pairs)
    shared_computer.heed(sent)
    return sent
