"""The real server: how soon it is there, and how fast pages stay while too many PDFs are asked for."""

import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator

from prep.paths import QUESTIONS
from tests.bench import flood
from tests.bench.figures import Row, Spread
from tests.paper import LATER
from tests.serving import running

STARTS = 5
SECONDS = 15
PAGES_A_SECOND = 20
PDF = urllib.parse.urlencode([*((field, value) for field, (value,) in LATER.items()), ("format", "pdf")]).encode()


def rows() -> Iterator[Row]:
    starts = [start() for _start in range(STARTS)]
    yield Row("from the command to the first page", f"{Spread([page for page, _pdf in starts]):s}", "under 2 s")
    yield Row("from the command to the first PDF", f"{Spread([pdf for _page, pdf in starts]):s}")
    with running(PREP_BANK=str(QUESTIONS), alarm=600) as server:
        form = server.address + "en/"
        pdf = server.address + "en/checklist"
        ask(pdf, PDF)
        capacity = most_a_second(lambda: ask(pdf, PDF))
        yield Row("PDFs a second, all processors", f"{capacity:.1f}")
        alone, _statuses = at_a_rate(PAGES_A_SECOND, lambda: ask(form))
        made: list[tuple[Spread, Counter[int]]] = []
        flooding = threading.Thread(target=lambda: made.append(at_a_rate(2 * capacity, lambda: ask(pdf, PDF))))
        flooding.start()
        meanwhile, statuses = at_a_rate(PAGES_A_SECOND, lambda: ask(form))
        flooding.join()
        pdfs, answers = made[0]
        yield Row("form, p95 from outside", f"{1000 * alone.at(0.95):.1f} ms")
        slower = meanwhile.at(0.95) / alone.at(0.95)
        yield Row("the same while twice as many PDFs are asked for as can be made", f"{slower:.1f} ×", "at most 3 ×")
        lost = sum(answers.values()) - answers[200] - answers[503]
        told = f"{answers[200]} made, {answers[503]} told to try again, {lost} lost"
        yield Row("what became of those PDFs", f"{told}; p95 {pdfs.at(0.95):.1f} s", "none lost")
        yield Row("what became of the forms meanwhile", f"{statuses[200]} of {sum(statuses.values())} served", "all")
        yield from beside_a_flood(server)


def beside_a_flood(server) -> Iterator[Row]:
    """Measure the form alone, and while clients ask for PDFs without a pause."""
    form = server.address + "en/"
    alone, _statuses = at_a_rate(PAGES_A_SECOND, lambda: ask(form))
    with flood.flooded(server.port) as pdfs:
        beside, statuses = at_a_rate(PAGES_A_SECOND, lambda: ask(form))
    yield Row("form from outside, alone", f"median {in_ms(alone, 0.5)}, p95 {in_ms(alone, 0.95)}")
    yield Row(
        f"the same while {flood.CLIENTS} clients ask for PDFs without a pause",
        f"median {in_ms(beside, 0.5)}, p95 {in_ms(beside, 0.95)}; {statuses[200]} of {sum(statuses.values())} served",
        "median at most 25 ms",
    )
    told = f"{pdfs['200']} made, {pdfs['503']} told to try again"
    yield Row(
        "what became of those PDFs", f"{told}, {sum(pdfs.values()) - pdfs['200'] - pdfs['503']} lost", "none lost"
    )


def in_ms(taken: Spread, share: float) -> str:
    return f"{1000 * taken.at(share):.1f} ms"


def start() -> tuple[float, float]:
    """Return the seconds from the command to the first page, and to the first PDF."""
    began = time.monotonic()
    with running(PREP_BANK=str(QUESTIONS)) as server:
        ask(server.address + "en/")
        page = time.monotonic() - began
        ask(server.address + "en/checklist", PDF)
        return page, time.monotonic() - began


def ask(address: str, sent: bytes | None = None) -> int:
    """Return the status of the answer; 0 where there was none."""
    try:
        with urllib.request.urlopen(address, sent, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except OSError:
        return 0


def most_a_second(work: Callable[[], int]) -> float:
    """Return how many a second are done when a few ask one after the other, without a pause."""
    done: list[int] = []
    end = time.monotonic() + SECONDS

    def go_on() -> None:
        while time.monotonic() < end:
            done.append(work())

    together([go_on] * 4)
    return done.count(200) / SECONDS


def at_a_rate(rate: float, work: Callable[[], int]) -> tuple[Spread, Counter[int]]:
    """Ask at a steady rate, whether answers come or not, and return how long each took and what it was."""
    seconds: list[float] = []
    statuses: Counter[int] = Counter()

    def one() -> None:
        began = time.monotonic()
        status = work()
        seconds.append(time.monotonic() - began)
        statuses[status] += 1

    asking = []
    for _number in range(int(rate * SECONDS)):
        asking.append(threading.Thread(target=one))
        asking[-1].start()
        time.sleep(1 / rate)
    for thread in asking:
        thread.join()
    return Spread(seconds), statuses


def together(works: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
