"""Errors as JSON (RFC 9457), for callers that ask for it."""

import json

from flask import Response, request


def wants_json() -> bool:
    """Tell whether the caller would rather have JSON than a page."""
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"


def problem(status: int, title: str, **more: object) -> Response:
    """Return the error as a problem document."""
    document = {"type": "about:blank", "status": status, "title": title, **more}
    return Response(json.dumps(document, ensure_ascii=False), status, content_type="application/problem+json")
