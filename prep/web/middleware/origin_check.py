"""Refuses POSTs that another site's page sends, by `Sec-Fetch-Site` and `Origin` (cross-site request forgery).

There is no session and no cookie, so there is nothing to forge. What could be misused is our computer and our name:
another site could make a visitor's browser post a form of its own making. Browsers say where a request comes from.
"""

from functools import partial

from flask import Flask, Request, Response, request
from flask.globals import request_ctx
from werkzeug.exceptions import Forbidden

from prep.web.problem_json import is_api
from prep.web.site import embed_origins

_BAD_HOST = partial(Response, "400 Bad Request\n", 400, mimetype="text/plain")


def init_origin_check(app: Flask, base_url: str | None) -> None:
    """Refuse such posts to `app`, whose public address is `base_url` where a proxy stands in front."""
    app.before_request(_refuse_unreadable_hosts)

    @app.before_request
    def refuse_other_sites() -> None:
        if request.method == "POST" and not (_is_ours(request, base_url) or _is_a_clinics(request)):
            raise Forbidden


def _refuse_unreadable_hosts() -> Response | None:
    """Answer in few words, for without a host no link can be made, not even on a page of ours (RFC 9112, 3.2)."""
    if "HTTP_HOST" not in request.environ and request.environ.get("SERVER_PROTOCOL") == "HTTP/1.1":
        return _BAD_HOST()
    try:
        is_readable = bool(request.host_url) and request_ctx.url_adapter is not None
    except UnicodeError:
        is_readable = False
    return None if is_readable else _BAD_HOST()


def _is_ours(sent: Request, base_url: str | None) -> bool:
    """Return whether a post comes from our own page, or from a caller that is no browser."""
    site = sent.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = sent.headers.get("Origin")
    return origin is None or origin == (base_url or sent.host_url.rstrip("/"))


def _is_a_clinics(sent: Request) -> bool:
    """Return whether a page of a clinic's own site calls the API."""
    return is_api() and sent.headers.get("Origin") in embed_origins()
