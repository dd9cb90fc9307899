"""Logs each request as method, route, status and time. Nothing that could point to a person."""

import logging
from dataclasses import dataclass
from time import perf_counter

from flask import Flask, Response, g, request

logger = logging.getLogger("prep.access")

_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"}


@dataclass(frozen=True, slots=True)
class RequestSummary:
    """All that may be told of a request and its answer."""

    method: str
    route: str
    """The pattern, such as /<lang>/checklist; never the address itself."""

    status: int
    seconds: float


def summarize(response: Response) -> RequestSummary:
    """Return what may be told of the current request, answered by `response`."""
    return RequestSummary(
        method=request.method if request.method in _METHODS else "other",
        route=request.url_rule.rule if request.url_rule else "(no such page)",
        status=response.status_code,
        seconds=perf_counter() - g.started,
    )


def init_access_log(app: Flask) -> None:
    """Log every answer of `app`."""

    @app.before_request
    def start() -> None:
        g.started = perf_counter()

    @app.after_request
    def log(response: Response) -> Response:
        answer = summarize(response)
        logger.info("%s %s %d %.0f ms", answer.method, answer.route, answer.status, answer.seconds * 1000)
        return response
