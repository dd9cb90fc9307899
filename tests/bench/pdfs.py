"""PDFs: CPU and memory beside the naive way and beside Chromium."""

from collections.abc import Iterator
from statistics import fmean

from playwright.sync_api import Page

from prep.checklist.pack import Pack
from prep.pdf.render import render
from tests.bench import chromium, naive, people
from tests.bench.figures import Row, in_turn
from tests.bench.renders import Renders, renders
from tests.paper import ADDRESS

ROUNDS = 9
MANY = 300
PAGE = Pack()


def rows() -> Iterator[Row]:
    html = people.drawn()
    size = len(render(html, people.PACK.paper, people.PACK.print_size))
    yield Row("the whole pack", f"{size / 1000:.0f} KB", "at most 60 KB")
    with renders() as ours:
        yield from beside_the_naive_way(ours)
        if chromium.is_there():
            with chromium.warm_page() as warm:
                yield from beside_chromium(ours, warm)
    with renders() as ours:
        few = [ours.peak_mb(html) for _one in range(3)][-1]
        many = [ours.peak_mb(html.replace("Ann", f"Ann {number}")) for number in range(MANY)][-1]
    yield Row(f"memory after {MANY} PDFs", f"{many:.0f} MB, {many / few:.2f} ×", "flat")


def beside_the_naive_way(ours: Renders) -> Iterator[Row]:
    html = people.drawn()
    first = naive.drawn(html, ADDRESS)
    taken = in_turn(ROUNDS, ours=lambda: ours.cpu_ms(html), naive=lambda: ours.cpu_ms(first, "naive"))
    yield Row("CPU for it", f"{taken['ours']:ms}")
    yield Row("against the naive way", f"{taken['ours'].ratio(taken['naive']):×}", "at most 0.45 ×")


def beside_chromium(ours: Renders, warm: Page) -> Iterator[Row]:
    for what, pack in {"it": people.PACK, "the sheet to hand over": PAGE}.items():
        html, page = people.drawn(pack), people.page(pack)
        taken = in_turn(
            ROUNDS,
            ours=lambda html=html: fmean(ours.cpu_ms(html) for _time in range(chromium.PRINTS)),
            chromium=lambda page=page: chromium.print_ms(warm, page),
        )
        yield Row(f"{what}, against a warm Chromium", f"{taken['ours'].ratio(taken['chromium']):×}", "at most 0.75 ×")
    share = ours.peak_mb(people.drawn()) / chromium.memory_mb()
    yield Row("memory of a process that makes PDFs, against Chromium", f"{share:.2f} ×", "at most 0.25 ×")
