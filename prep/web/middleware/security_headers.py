"""Sets the security headers of every answer: content security policy, framing, caching, isolation."""

from collections.abc import Sequence

from flask import Flask, Response, g, request

from prep.web.middleware import csp_nonce
from prep.web.pages import is_framed

CONTENT_SECURITY_POLICY = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",  # each step is asked for and shown in place
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
)
"""What a page may load; `csp_nonce` says which scripts it may run."""

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
FILES = {"static", "whole_site.embed", "whole_site.offers", "clinic_files.logo", "clinic_files.colors"}
"""What holds nothing of a person, so that any site may load it."""

BARE = HEADERS | {
    "Content-Security-Policy": "; ".join([*CONTENT_SECURITY_POLICY, NOBODY, "script-src 'none'"]),
    "Cache-Control": "no-store",
}
"""All that goes with an answer given before the application is asked."""

FORGET = '"cache"'
"""As `Clear-Site-Data`, makes a browser forget pages that it froze, so that Back does not show them."""

STRICT_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}
"""Browsers come by https only, for a year."""


def init_security_headers(app: Flask, base_url: str | None) -> None:
    """Add the headers to every answer of `app`."""
    is_https = (base_url or "").startswith("https:")

    @app.after_request
    def add_headers(response: Response) -> Response:
        is_file = request.endpoint in FILES and response.status_code in {200, 304}
        sites = () if is_file else g.clinic.embed_origins
        response.headers.setdefault("Content-Security-Policy", _policy(sites))
        response.headers.update(HEADERS)
        if is_file:
            # also for pages in a sandbox, which belong to no site; these files hold nothing that anyone may not see
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if sites:
            _allow_frames(response)
        response.headers.setdefault("Cache-Control", "no-store")  # only what holds no answer may say otherwise
        if is_https or request.is_secure:
            response.headers.update(STRICT_TRANSPORT)
        return response


def _policy(sites: Sequence[str]) -> str:
    """Return the content security policy of a page that `sites` may show in a frame."""
    ancestors = f"frame-ancestors {' '.join(sites)}" if sites else NOBODY
    return "; ".join([*CONTENT_SECURITY_POLICY, ancestors, f"script-src {csp_nonce.policy()}"])


def _allow_frames(response: Response) -> None:
    """Take back what would keep a clinic's own sites from framing the page."""
    del response.headers["X-Frame-Options"]  # it knows no single sites
    # browsers refuse any other value in a tab that is opened from a sandboxed frame
    response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    if is_framed():
        # a site that isolates itself (COEP) shows only frames that say both
        response.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
