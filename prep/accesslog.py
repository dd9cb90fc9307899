"""Logs each request as method, route, status and time. Nothing that could point to a person."""

import logging
from time import perf_counter

from flask import Flask, Response, g, request

logger = logging.getLogger("prep.access")

_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT"}


def log_requests(app: Flask) -> None:
    """Log every answer of `app`."""

    @app.before_request
    def start() -> None:
        g.started = perf_counter()

    @app.after_request
    def log(response: Response) -> Response:
        milliseconds = (perf_counter() - g.started) * 1000
        method = request.method if request.method in _METHODS else "other"
        route = request.url_rule.rule if request.url_rule else "(no such page)"
        logger.info("%s %s %d %.0f ms", method, route, response.status_code, milliseconds)
        return response
