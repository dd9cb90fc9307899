"""Pages: what the server spends on each, what a first visit weighs, and whether memory stays where it is."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from werkzeug.test import EnvironBuilder, run_wsgi_app

from prep.app import create_app
from prep.settings import Settings
from tests.bench import worker
from tests.bench.figures import Row, Spread, cpu_ms
from tests.bench.people import BANK
from tests.paper import LATER

ROUNDS = 60
COMPRESSED = {"Accept-Encoding": "br"}


def rows() -> Iterator[Row]:
    app = create_app(Settings(), BANK)
    asked = {
        "form": {"path": "/en/"},
        "list": {"path": "/en/checklist", "method": "POST", "data": LATER},
    }
    for name, request in asked.items():
        cpu_of(app, request)
        taken = Spread([cpu_of(app, request) for _round in range(ROUNDS)])
        yield Row(f"CPU for a {name}, compressed", f"{taken:ms}, p95 {taken.at(0.95):.3g} ms", "p95 at most 15 ms")
    size = weight(app.test_client(), asked.values())
    yield Row("first visit: form, list, and all they load", f"{size / 1000:.1f} KB", "at most 40 KB")
    command = [sys.executable, "-m", "tests.bench.worker"]
    told = subprocess.run(command, input=json.dumps(LATER), capture_output=True, text=True, check=True).stdout
    before, after = map(float, told.split())
    yield Row(f"memory of a process after {worker.MANY:,} pages", f"{after:.0f} MB, {after / before:.3f} ×", "flat")


def cpu_of(app, request) -> float:
    """Return the CPU time that the server spends on a request, in ms; making it up is not counted."""
    environment = EnvironBuilder(headers=COMPRESSED, **request).get_environ()
    return cpu_ms(lambda: run_wsgi_app(app, environment, buffered=True))


def weight(client, asked) -> int:
    """Return the bytes that come over the wire, headers aside, each file once."""
    pages = [client.open(headers=COMPRESSED, **request) for request in asked]
    plain = [client.open(**request).text for request in asked]
    files = {file for page in plain for file in re.findall(r'(?:href|src)="(/static/[^"]+)"', page)}
    answers = [*pages, *(client.get(file, headers=COMPRESSED) for file in files)]
    return sum(len(answer.data) for answer in answers)
