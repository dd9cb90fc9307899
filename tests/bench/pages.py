"""Pages: what the server spends on each, what a first visit weighs, and whether memory stays where it is."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from prep.app import create_app
from prep.settings import Settings
from tests.bench import worker
from tests.bench.figures import Row, Spread
from tests.bench.people import BANK
from tests.bench.worker import COMPRESSED
from tests.paper import LATER


def rows() -> Iterator[Row]:
    command = [sys.executable, "-m", "tests.bench.worker"]
    served = subprocess.run(command, input=json.dumps(LATER), capture_output=True, text=True, check=True)
    told = json.loads(served.stdout)
    for name in ("form", "list"):
        taken = Spread(told[name])
        yield Row(f"CPU for a {name}, compressed", f"{taken:ms}, p95 {taken.at(0.95):.3g} ms", "p95 at most 15 ms")
    size = weight(create_app(Settings(), BANK).test_client())
    yield Row("first visit: form, list, and all they load", f"{size / 1000:.1f} KB", "at most 40 KB")
    before, after = told["before"], told["after"]
    yield Row(f"memory of a process after {worker.MANY:,} pages", f"{after:.0f} MB, {after / before:.3f} ×", "flat")


def weight(client) -> int:
    """Return the bytes that come over the wire, headers aside, each file once."""
    asked = [{"path": "/en/"}, {"path": "/en/checklist", "method": "POST", "data": LATER}]
    pages = [client.open(headers=COMPRESSED, **request) for request in asked]
    plain = [client.open(**request).text for request in asked]
    files = {file for page in plain for file in re.findall(r'(?:href|src)="(/static/[^"]+)"', page)}
    answers = [*pages, *(client.get(file, headers=COMPRESSED) for file in files)]
    return sum(len(answer.data) for answer in answers)
