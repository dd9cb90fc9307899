"""Makes PDFs in a process that has nothing but the engine, as a renderer does.

Each line that comes in is a page in HTML, as JSON, and the way to print it; each line that goes out, what that took.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.render import render
from tests.bench import naive
from tests.bench.figures import cpu_ms

WAYS = {"ours": lambda html: render(html, Paper.LETTER, PrintSize.STANDARD), "naive": naive.write}


class Renders:
    """The process, from outside."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def cpu_ms(self, html: str, way: str = "ours") -> float:
        """Return the CPU time that one PDF takes."""
        return self._ask(html, way)[0]

    def peak_mb(self, html: str) -> float:
        """Return the most memory that the process has taken, after one more PDF."""
        return self._ask(html, "ours")[1]

    def _ask(self, html: str, way: str) -> tuple[float, float]:
        print(json.dumps([html, way]), file=self._process.stdin, flush=True)
        cpu, memory = json.loads(self._process.stdout.readline())
        return cpu, memory


@contextmanager
def renders() -> Iterator[Renders]:
    command = [sys.executable, "-m", "tests.bench.renders"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Renders(process)
        process.stdin.close()


def _peak_mb() -> float:
    # not `getrusage`, which counts the process that started this one, too
    told = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(told[1]) / 1024


if __name__ == "__main__":
    for line in sys.stdin:
        html, way = json.loads(line)
        print(json.dumps([cpu_ms(lambda: WAYS[way](html)), _peak_mb()]), flush=True)  # noqa: B023, T201
