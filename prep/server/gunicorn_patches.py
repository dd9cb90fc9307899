"""Patches gunicorn: removes its Server header, and answers unreadable requests with the status alone.

gunicorn names itself in every answer, and has no setting against it (benoitc/gunicorn#825). To what it cannot read it
answers before the application is asked, with a page that is not valid and repeats what was sent.
"""

import socket
from collections.abc import Mapping
from functools import partial
from typing import Any

from gunicorn import util
from gunicorn.http import wsgi

from prep.web.middleware.security_headers import BARE, STRICT_TRANSPORT


class _NamelessResponse(wsgi.Response):
    """gunicorn's answer without its own name: RFC 9110, section 10.2.4, leaves the header to the server."""

    def default_headers(self) -> list[str]:
        """Return the first lines of the answer."""
        return [line for line in super().default_headers() if not line.startswith("Server:")]


def _refuse(headers: Mapping[str, str], sock: socket.socket, status: int, reason: str, _message: str) -> None:
    """Answer what could not be read with the status alone."""
    body = f"{status} {reason}\n"
    lines = [f"HTTP/1.1 {status} {reason}", "Connection: close", "Content-Type: text/plain; charset=utf-8"]
    lines += [f"Content-Length: {len(body)}", *(f"{name}: {value}" for name, value in headers.items())]
    util.write_nonblock(sock, "\r\n".join([*lines, "", body]).encode("latin-1"))


def patch_gunicorn(is_https: bool) -> None:
    """Let gunicorn answer so from now on."""
    module: Any = wsgi  # its makers meant these names to stay
    module.Response = _NamelessResponse
    tools: Any = util
    tools.write_error = partial(_refuse, BARE | STRICT_TRANSPORT if is_https else BARE)
