"""One server and thousands of requests of all kinds: memory and open files stay where they are, and no file is left."""

import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prep.paths import QUESTIONS
from tests.bench.figures import Row
from tests.bench.memory import Held, held
from tests.server.test_faults import dispatcher, is_ready, processes, renderers, soon
from tests.serving import running
from tests.traffic import BUSY, answer, mixed

FEW, MANY = 2000, 10_000
AT_ONCE = 4
QUIET_SECONDS = 4
"""Gunicorn's threads have closed their connections by then."""


@dataclass(frozen=True)
class Soaked:
    """What the server's processes held before and after, by what they are for, and what went wrong."""

    before: Mapping[str, Held]
    after: Mapping[str, Held]
    wrong: Counter[str]
    busy: int
    left: set[str]
    """Files that are there, though the server has ended."""


def rows() -> Iterator[Row]:
    soaked = soak(FEW, MANY)
    for name, before in soaked.before.items():
        after = soaked.after[name]
        memory = f"{after.megabytes:.0f} MB, {after.megabytes / before.megabytes:.2f} ×"
        files = f"{after.files} open files, {after.files - before.files:+}"
        yield Row(f"{name}: after {MANY:,} requests of all kinds, against {FEW:,}", f"{memory}; {files}", "flat")
    told = f"{sum(soaked.wrong.values())} wrong, {soaked.busy} told to try again, {len(soaked.left)} files left"
    yield Row("what became of those requests", told, "none wrong, none left")


def soak(few: int, many: int) -> Soaked:
    """Send so many requests, and look after the first `few` and at the end."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as (server, files):
        soon(lambda: is_ready(server))
        wrong = asked(server, few)
        before = by_purpose(server)
        wrong += asked(server, many - few)
        after = by_purpose(server)
        server.send_signal(signal.SIGTERM)
        server.wait(60)
        left = {str(path) for place in files for path in place.iterdir()}
    return Soaked(before, after, Counter({what: times for what, times in wrong.items() if what}), wrong[""], left)


@contextmanager
def serving(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Sequence[Path]]]:
    """Start a server that has places of its own for temporary files, on disk and in memory."""
    site, disk, memory = (folder / name for name in ("site", "disk", "memory"))
    for place in (site, disk, memory):
        place.mkdir()
    (site / "sitecustomize.py").write_text(
        f"from prep import process_limits\nprocess_limits.MEMORY = {str(memory)!r}\n"
    )
    settings = {"PREP_BANK": str(QUESTIONS), "PREP_WORKERS": "2", "PREP_RENDERERS": "2"}
    with running(alarm=3600, PYTHONPATH=str(site), TMPDIR=str(disk), **settings) as server:
        yield server, (disk, memory)


def asked(server, count: int) -> Counter[str]:
    """Send so many requests, and count those whose answer is not what it must be; with no name, those refused."""

    def one(sent) -> str | None:
        status, _content = answer(server.port, sent)
        if status == sent.status:
            return None
        return "" if status == BUSY else f"{sent.what}: {status}"

    with ThreadPoolExecutor(AT_ONCE) as clients:
        wrong = Counter(told for told in clients.map(one, mixed(count)) if told is not None)
    time.sleep(QUIET_SECONDS)
    return wrong


def by_purpose(server) -> Mapping[str, Held]:
    """Return what the server's processes hold, by what they are for."""
    pages, making = server.workers(), renderers(server)
    dispatching = {dispatcher(server), *processes(dispatcher(server))} - set(making)
    return {
        "first process": held([server.pid]),
        "processes for pages": held(pages),
        "dispatcher and what starts renderers": held(dispatching),
        "renderers": held(making),
    }
