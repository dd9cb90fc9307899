"""Counts and times answers for operators (Prometheus), on a port of its own, where a setting asks for it.

What is told is what the access log tells: method, route pattern, status, time. The processes that serve pages add up
in files of a folder of their own; those hold numbers only, and go when the server stops.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import rmtree
from tempfile import mkdtemp

from flask import Flask, Response, request_finished

from prep.settings import Endpoint
from prep.web.middleware.access_log import summarize

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15)
"""Bounds of the durations told apart; a page takes some 10 ms, a PDF some 500, and none may take more than 15 s."""


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
    owner = os.getpid()
    try:
        folder = mkdtemp(prefix="prep-metrics-")
    except OSError as error:
        raise MetricsError(f"PREP_METRICS: there is no place for temporary files: {error.strerror}.") from error
    try:
        _measure(app, folder, at)
        yield
    finally:
        if os.getpid() == owner:  # the processes that serve pages leave through here, too
            rmtree(folder)


def _measure(app: Flask, folder: str, at: Endpoint) -> None:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder  # the library looks once, when it is imported
    from prometheus_client import CollectorRegistry, Histogram, start_http_server
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    try:
        start_http_server(at.port, at.host, registry)
    except OSError as error:
        raise MetricsError(f"PREP_METRICS: {at.host}:{at.port} cannot be listened on: {error.strerror}.") from error
    labels = ["method", "route", "status"]
    times = Histogram("prep_request_seconds", "How long answers took.", labels, buckets=SECONDS, registry=None)

    def observe(_app: Flask, response: Response) -> None:
        answer = summarize(response)
        with suppress(OSError):  # no room for another number: the answer goes out uncounted
            times.labels(answer.method, answer.route, answer.status).observe(answer.seconds)

    request_finished.connect(observe, app, weak=False)
