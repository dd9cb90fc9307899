"""Serves pages as a worker does, which has no engine, and prints what that takes, as JSON.

The answers for a list come in as JSON, too.
"""

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from prep.app import create_app
from prep.bank.loader import load
from prep.paths import QUESTIONS
from prep.server.gunicorn import freeze_heap
from prep.settings import Settings
from tests.bench.figures import cpu_ms

ROUNDS = 300
MANY = 10_000
COMPRESSED = {"Accept-Encoding": "br"}


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_of(app: Flask, request: Mapping[str, object]) -> float:
    """Return the CPU time that the server spends on a request, in ms; making it up is not counted."""
    environment = EnvironBuilder(headers=COMPRESSED, **request).get_environ()
    return cpu_ms(lambda: run_wsgi_app(app, environment, buffered=True))


def main() -> None:
    app = create_app(Settings(), load(QUESTIONS))
    freeze_heap()
    form = {"path": "/en/"}
    checklist = {"path": "/en/checklist", "method": "POST", "data": json.load(sys.stdin)}

    def serve(count: int) -> float:
        for number in range(count):
            cpu_of(app, form if number % 10 else checklist)
        return resident_mb()

    before = serve(100)
    told = {
        "form": [cpu_of(app, form) for _round in range(ROUNDS)],
        "list": [cpu_of(app, checklist) for _round in range(ROUNDS)],
        "before": before,
        "after": serve(MANY),
    }
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main()
