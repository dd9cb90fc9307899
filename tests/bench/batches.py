"""A list of visits: how many PDFs a second, and the most memory of all its processes, for a short and a longer one."""

import csv
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from xlsxwriter import Workbook

from tests.bench.figures import Row
from tests.bench.memory import memory_mb
from tests.server.test_faults import processes
from tests.visit_lists import list_of

FEW, MANY = 40, 400
SHORT, LONG = 400, 10_000
"""Rows of lists that are only read."""

READ = """
import resource, sys
from pathlib import Path
from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits
from prep.cli.common import open_bank
from prep.i18n import Translator
from prep.settings import Settings

bank = open_bank(Settings().bank)
with Path(sys.argv[1]).open("rb") as file:
    print(sum(1 for _row in open_visits(file, columns(bank, {"en": Translator("en")}), bank).rows()))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows() -> Iterator[Row]:
    seconds, few = _run(FEW)
    more_seconds, many = _run(MANY)
    speed = (MANY - FEW) / (more_seconds - seconds)
    yield Row("page to hand over, from a list of visits", f"{speed:.1f} a second")
    yield Row(f"memory of all processes, {FEW} rows", f"{few:.0f} MB")
    yield Row(f"the same, {MANY} rows", f"{many:.0f} MB, {many / few:.2f} ×", "flat")
    for kind, write in (("CSV", _csv), ("Excel", _workbook)):
        short, seconds = _read(write, SHORT)
        long, more_seconds = _read(write, LONG)
        speed = (LONG - SHORT) / (more_seconds - seconds)
        yield Row(f"{kind}, read only, {LONG:,} rows", f"{long:.0f} MB, {long / short:.2f} × of {SHORT} rows", "flat")
        yield Row(f"rows of it read, {kind}", f"{speed:.0f} a second")


def _read(write: Callable[[Path, int], None], count: int) -> tuple[float, float]:
    """Return the most memory, in MB, and the seconds that it takes to read so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "visits"
        write(path, count)
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-c", READ, path], check=True, capture_output=True, text=True)
        seconds = time.monotonic() - began
        rows, megabytes = done.stdout.split()
        if int(rows) != count:
            raise RuntimeError(f"{rows} rows were read, not {count}")
        return float(megabytes), seconds


def _csv(path: Path, count: int) -> None:
    path.write_bytes(list_of(count, broken=0))


def _workbook(path: Path, count: int) -> None:
    book = Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for line, cells in enumerate(csv.reader(list_of(count, broken=0).decode().splitlines())):
        sheet.write_row(line, 0, cells)
    book.close()


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
