"""Protects a page that keeps nothing: response headers, and refusal of posts sent by other sites.

There is no session and no cookie, so there is nothing to forge. What could be misused is our computer
and our name: another site could make a visitor's browser post a form of its own making. Browsers say
where a request comes from, so such posts are refused.
"""

from flask import Flask, Request, Response, g, request
from flask.globals import request_ctx
from werkzeug.exceptions import Forbidden

from prep.web.middleware import csp_nonce
from prep.web.pages import is_framed
from prep.web.problem_json import is_api
from prep.web.site import embed_origins

CONTENT_SECURITY_POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
)
"""What a page may load; `scripts` says which scripts it may run."""

NOBODY = "frame-ancestors 'none'"
"""Who may show our pages in a frame, unless a clinic names its own sites."""


PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "screen-wake-lock",
        "serial",
        "usb",
    )
)
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS_POLICY,
    # no-referrer would make browsers send "Origin: null" with our own form, and we could not know it for ours
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FILES = {"static", "whole_site.embed", "clinic_files.logo", "clinic_files.colors"}
"""What holds nothing of a person, so that any site may load it."""

BARE = HEADERS | {
    "Content-Security-Policy": "; ".join([*CONTENT_SECURITY_POLICY, NOBODY, "script-src 'none'"]),
    "Cache-Control": "no-store",
}
"""All that goes with an answer given before the application is asked."""

A_YEAR = 31_536_000


def init_security_headers(app: Flask, base_url: str | None) -> None:
    """Add the headers to every answer of `app`, and refuse posts from other sites."""

    @app.before_request
    def refuse_unreadable_hosts() -> Response | None:
        """Answer in few words, for without a host no link can be made, not even on a page of ours."""
        try:
            is_readable = bool(request.host_url) and request_ctx.url_adapter is not None
        except UnicodeError:
            is_readable = False
        return None if is_readable else Response("400 Bad Request\n", 400, mimetype="text/plain")

    @app.before_request
    def refuse_other_sites() -> None:
        if request.method == "POST" and not (_is_ours(request, base_url) or _is_a_clinics(request)):
            raise Forbidden

    @app.after_request
    def add_headers(response: Response) -> Response:
        is_file = request.endpoint in FILES and response.status_code in {200, 304}
        sites = g.clinic.embed_origins if not is_file else ()
        ancestors = f"frame-ancestors {' '.join(sites)}" if sites else NOBODY
        policy = "; ".join([*CONTENT_SECURITY_POLICY, ancestors, f"script-src {csp_nonce.policy()}"])
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.update(HEADERS)
        if is_file:
            # also for pages in a sandbox, which belong to no site; these files hold nothing that anyone may not see
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if sites:
            del response.headers["X-Frame-Options"]  # it knows no single sites
            # browsers refuse any other value in a tab that is opened from a sandboxed frame
            response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
            if is_framed():
                # a site that isolates itself (COEP) shows only frames that say both
                response.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
                response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers.setdefault("Cache-Control", "no-store")  # only what holds no answer may say otherwise
        if request.is_secure or (base_url or "").startswith("https:"):
            response.headers["Strict-Transport-Security"] = f"max-age={A_YEAR}; includeSubDomains"
        return response


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
