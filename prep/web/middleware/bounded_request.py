"""The Flask request class: a body is read whole, at most one byte beyond its limit, or refused with 413.

Werkzeug's limited stream stops at the limit without raising where the length is not told beforehand (chunks): what was
cut off would be missing, and nobody would know. So nothing is ever processed in part.
"""

from collections.abc import Callable
from functools import cached_property
from io import BytesIO
from typing import IO, cast

from flask import Request
from werkzeug.exceptions import (
    BadRequest,
    ClientDisconnected,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)

from prep.i18n import noop as _

RECEIVED = "prep.received"
"""The key, in the WSGI environment, of a function that the server wants called once the body is there."""

ENCODED = _("Please send it as it is, not compressed.")


class BoundedRequest(Request):
    """A request whose body is in memory, whole, before anything reads from it."""

    @cached_property
    def stream(self) -> IO[bytes]:
        """The body, to be read from its start."""
        return BytesIO(self._body)

    def get_data(self, cache: bool = True, as_text: bool = False, parse_form_data: bool = False) -> bytes:  # type: ignore[override]  # noqa: ARG002  # as werkzeug calls it
        """Return the body.

        Raises:
            RequestEntityTooLarge: it is longer than `max_content_length`.
            BadRequest: it breaks off, or its chunks cannot be read.
            UnsupportedMediaType: it is compressed, or encoded for the way in another form than chunks. (The server
                answers codings that it does not know with 501 itself; a 5xx from here is always a fault of ours.)
        """
        return self._body

    @cached_property
    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "chunked").lower() != "chunked":
            raise UnsupportedMediaType(ENCODED)
        body = self._received()
        if body and self.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType(ENCODED)
        cast("Callable[[], None]", self.environ.get(RECEIVED, bool))()
        return body

    def _received(self) -> bytes:
        limit, length = cast("int", self.max_content_length), self.content_length
        if length is None and not self.environ.get("wsgi.input_terminated"):
            return b""
        if length is not None and length > limit:
            raise RequestEntityTooLarge
        try:
            body = cast("IO[bytes]", self.environ["wsgi.input"]).read(limit + 1 if length is None else length)
        except Exception as error:  # whatever the server's reader says: bad chunks, a client that is gone
            raise BadRequest from error
        if len(body) > limit:
            raise RequestEntityTooLarge
        if length is not None and len(body) < length:
            raise ClientDisconnected
        return body
