"""The same pack printed by a warm Chromium, one page used again and again, where Chromium is installed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import CHROMIUM, SWITCHES

TICKS = os.sysconf("SC_CLK_TCK")

PRINTS = 5
"""How often a page is printed to time it once: the system counts in hundredths of a second, for each process."""


def is_there() -> bool:
    return Path(CHROMIUM).exists()


@contextmanager
def warm_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser.new_page()
        browser.close()


def processes() -> list[Path]:
    """Return the browser's processes: all Chromiums below this process."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = status.read_text()
        except OSError:
            continue
        parents[int(status.parent.name)] = int(text.rpartition(")")[2].split()[1])
    return [Path(f"/proc/{pid}") for pid in parents if _is_below(pid, parents) and _is_chromium(pid)]


def print_ms(warm: Page, html: str) -> float:
    """Print the page a few times, and return the CPU time that it takes once."""
    before = cpu_ms()
    for _time in range(PRINTS):
        warm.set_content(html)
        warm.pdf(tagged=True, prefer_css_page_size=True)
    return (cpu_ms() - before) / PRINTS


def cpu_ms() -> float:
    """Return what all its processes have used so far, ended ones too."""
    fields = [(process / "stat").read_text().rpartition(")")[2].split() for process in processes()]
    return sum(1000 * sum(map(int, one[11:15])) / TICKS for one in fields)


def memory_mb() -> float:
    """Return the memory of all its processes, what they share counted once."""
    return sum(_proportional(process) for process in processes()) / 1024


def _proportional(process: Path) -> int:
    lines = (process / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid in parents:
        pid = parents[pid]
        if pid == os.getpid():
            return True
    return False


def _is_chromium(pid: int) -> bool:
    try:
        return b"chromium" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
