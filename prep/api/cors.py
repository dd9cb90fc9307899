"""Answers cross-origin requests (CORS): pages of a clinic's own sites may call the API from a browser, no others."""

from flask import Response, request
from werkzeug.datastructures import HeaderSet

from prep.web.site import embed_origins

TEN_MINUTES = 600


def allow(response: Response) -> Response:
    """Let the page that sent the current request read the answer, if it is of a site that a clinic named."""
    response.vary.add("Origin")
    origin = request.headers.get("Origin")
    if origin in embed_origins():
        response.access_control_allow_origin = origin
        if request.method == "OPTIONS":
            response.access_control_allow_methods = HeaderSet(["GET", "POST"])
            response.access_control_allow_headers = HeaderSet(["Content-Type"])
            response.access_control_max_age = TEN_MINUTES
    return response
