"""Pages: what the server spends on each, what a first visit weighs, and whether memory stays where it is."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from prep.app import create_app
from prep.settings import Settings
from tests.bench.figures import Row, Spread, cpu_ms
from tests.bench.people import BANK
from tests.paper import LATER

ROUNDS = 60
MANY = 10_000
COMPRESSED = {"Accept-Encoding": "br"}


def rows() -> Iterator[Row]:
    client = create_app(Settings(), BANK).test_client()
    asked = {
        "form": lambda: client.get("/en/", headers=COMPRESSED),
        "list": lambda: client.post("/en/checklist", data=LATER, headers=COMPRESSED),
    }
    for name, ask in asked.items():
        ask()
        taken = Spread([cpu_ms(ask) for _round in range(ROUNDS)])
        yield Row(f"CPU for a {name}, compressed", f"{taken:ms}, p95 {taken.at(0.95):.3g} ms", "p95 at most 15 ms")
    yield Row("first visit: form, list, and all they load", f"{weight(client, asked) / 1000:.1f} KB", "at most 40 KB")
    before = resident_mb()
    for number in range(MANY):
        asked["list" if number % 10 == 0 else "form"]()
    yield Row(f"memory after {MANY:,} pages", f"{resident_mb():.0f} MB, {resident_mb() / before:.3f} ×", "flat")


def weight(client, asked) -> int:
    """Return the bytes that come over the wire, headers aside, each file once."""
    pages = [ask() for ask in asked.values()]
    plain = [client.get("/en/").text, client.post("/en/checklist", data=LATER).text]
    files = {file for page in plain for file in re.findall(r'(?:href|src)="(/static/[^"]+)"', page)}
    answers = [*pages, *(client.get(file, headers=COMPRESSED) for file in files)]
    return sum(len(answer.data) for answer in answers)


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
