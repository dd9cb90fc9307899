"""PDFs: CPU and memory beside the naive way and beside Chromium."""

import subprocess
import sys
from collections.abc import Iterator

from prep.pdf import render
from tests.bench import chromium, naive, people
from tests.bench.figures import Row, cpu_ms, in_turn

ROUNDS = 9
MANY = 300


def rows() -> Iterator[Row]:
    html, page = people.drawn(), people.page()
    size = (people.PACK.paper, people.PACK.print_size)
    works = {"ours": lambda: cpu_ms(lambda: render(html, *size)), "naive": lambda: cpu_ms(naive.write)}
    yield Row("the pack that is suggested", f"{len(render(html, *size)) / 1000:.0f} KB", "at most 60 KB")
    if not chromium.is_there():
        taken = in_turn(ROUNDS, **works)
        yield Row("CPU for it", f"{taken['ours']:ms}")
        yield Row("against the naive way", f"{taken['ours'].ratio(taken['naive']):×}", "at most 0.45 ×")
        return
    with chromium.warm_page() as warm:

        def print_it() -> float:
            before = chromium.cpu_ms()
            warm.set_content(page)
            warm.pdf(tagged=True, prefer_css_page_size=True)
            return chromium.cpu_ms() - before

        taken = in_turn(ROUNDS, **works, chromium=print_it)
        browser = chromium.memory_mb()
    yield Row("CPU for it", f"{taken['ours']:ms}")
    yield Row("against the naive way", f"{taken['ours'].ratio(taken['naive']):×}", "at most 0.45 ×")
    yield Row("against a warm Chromium", f"{taken['ours'].ratio(taken['chromium']):×}", "at most 0.75 ×")
    few, many = peak_mb(3), peak_mb(MANY)
    yield Row("memory of a process that makes PDFs", f"{few:.0f} MB, {many / browser:.2f} × Chromium", "at most 0.25 ×")
    yield Row(f"the same after {MANY} PDFs", f"{many:.0f} MB, {many / few:.2f} ×", "flat")


def peak_mb(count: int) -> float:
    """Return the most memory that a process needs which makes so many PDFs."""
    command = [sys.executable, "-m", "tests.bench.renders", str(count)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(made.stdout)
