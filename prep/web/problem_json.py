"""Answers with problem details (RFC 9457), for callers of the API and those that ask for JSON."""

import json

from flask import Response, request

API = "/api/"
"""How the addresses of the API begin."""


def is_api() -> bool:
    """Return whether the address is one of the API's, or would be if there were one."""
    return request.path.startswith(API)


def wants_json() -> bool:
    """Return whether the caller would rather have JSON than a page; those of the API always would."""
    return is_api() or request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json"


def problem(status: int, title: str, **more: object) -> Response:
    """Return the error as a problem document."""
    document = {"type": "about:blank", "status": status, "title": title, **more}
    return Response(json.dumps(document, ensure_ascii=False), status, content_type="application/problem+json")
