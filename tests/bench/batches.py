"""A list of visits: how many PDFs a second, and the most memory of all its processes, for a short and a longer one."""

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Row
from tests.bench.memory import memory_mb
from tests.server.test_faults import processes
from tests.visit_lists import list_of

FEW, MANY = 40, 400


def rows() -> Iterator[Row]:
    seconds, few = _run(FEW)
    more_seconds, many = _run(MANY)
    speed = (MANY - FEW) / (more_seconds - seconds)
    yield Row("page to hand over, from a list of visits", f"{speed:.1f} a second")
    yield Row(f"memory of all processes, {FEW} rows", f"{few:.0f} MB")
    yield Row(f"the same, {MANY} rows", f"{many:.0f} MB, {many / few:.2f} ×", "flat")


def _run(count: int) -> tuple[float, float]:
    """Return the seconds that so many rows take, and the most memory, in MB."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "visits.csv").write_bytes(list_of(count, broken=0))
        began = time.monotonic()
        command = [sys.executable, "-m", "prep", "batch", "visits.csv", "-o", "out"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as running:
            most = _watched(running)
        if running.returncode:
            raise RuntimeError("the list was not printed")
        return time.monotonic() - began, most


def _watched(running: subprocess.Popen[bytes]) -> float:
    most = 0.0
    done = threading.Event()
    threading.Thread(target=lambda: (running.wait(), done.set())).start()
    while not done.wait(1):
        most = max(most, sum(map(memory_mb, [running.pid, *processes(running.pid)])))
    return most
