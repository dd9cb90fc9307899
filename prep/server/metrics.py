"""Counts and times answers for operators (Prometheus), on a port of its own, where a setting asks for it.

What is told is what the access log tells: method, route pattern, status, time. The processes that serve pages send each
observation to the master as a datagram; it holds the counters in its own memory. The library's way for several
processes is files mapped into memory, and a full disk ends whoever writes to one (SIGBUS).
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING

from flask import Flask, Response, request_finished

from prep.settings import Endpoint
from prep.web.middleware.access_log import summarize

if TYPE_CHECKING:
    from prometheus_client import Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)
"""Bounds of the durations told apart; a page takes some 10 ms, a PDF some 500, and none may take more than 15 s."""

LONGEST = 1000
"""Bytes of an observation. Method, pattern and numbers are a tenth of it."""


class MetricsError(Exception):
    """Metrics cannot be told; the message says why."""


@contextmanager
def metrics_server(app: Flask, at: Endpoint | None) -> Iterator[None]:
    """Measure `app` while the context lasts, and tell whoever asks `at` that place; without one do nothing.

    Raises:
        MetricsError: the place cannot be listened on.
    """
    if at is None:
        yield
        return
    from prometheus_client import CollectorRegistry, Histogram, start_http_server  # few ask for it, and it takes long

    registry = CollectorRegistry()
    labels = ["method", "route", "status"]
    times = Histogram("prep_request_seconds", "How long answers took.", labels, buckets=SECONDS, registry=registry)
    try:
        server, _thread = start_http_server(at.port, at.host, registry)
    except OSError as error:
        raise MetricsError(f"PREP_METRICS: {at.host}:{at.port} cannot be listened on: {error.strerror}.") from error
    inside, outside = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    Thread(target=_collect, args=(inside, times), daemon=True).start()
    with outside:
        _send_observations(app, outside)
        yield
    server.shutdown()


def _send_observations(app: Flask, outside: socket.socket) -> None:
    """Send every answer of `app` as an observation."""
    outside.setblocking(False)

    def observe(_app: Flask, response: Response) -> None:
        seen = summarize(response)
        with suppress(OSError):  # the master is behind: the answer goes out uncounted
            outside.send("\n".join((seen.method, seen.route, str(seen.status), str(seen.seconds))).encode())

    request_finished.connect(observe, app, weak=False)


def _collect(inside: socket.socket, times: "Histogram") -> None:
    while observation := inside.recv(LONGEST):
        method, route, status, seconds = observation.decode().split("\n")
        times.labels(method, route, status).observe(float(seconds))
