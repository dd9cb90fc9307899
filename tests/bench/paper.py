"""Paper: sides, sizes of print and how full the sides are, for all people of `tests/scenarios.yaml`."""

import re
from collections.abc import Iterable, Iterator

from prep.checklist.checklist import Checklist
from prep.checklist.pack import Extent, Pack, Paper, PrintSize
from tests.bench.figures import Row
from tests.bench.people import BANK
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.fullness import fullness
from tests.paper import checklist, page_texts, pdf, type_sizes
from tests.people import is_early


def rows() -> Iterator[Row]:
    lists = [checklist(BANK, answers_of(person, BANK).by_field) for person in PEOPLE]
    for paper in Paper:
        sheets = [pdf(made, Pack(paper=paper)) for made in lists]
        name = paper.value
        yield Row(f"sides of the sheet, {name}", _span(map(sides, sheets)), "2")
        yield Row(f"smallest print, {name}", _span(min(type_sizes(sheet)) for sheet in sheets[::10]), "at least 11.5")
        yield Row(f"how full the front is, {name}", _span(fullness(sheet)[0] for sheet in sheets), "")
        packs = [pdf(made, Pack(Extent.EVERYTHING, paper=paper)) for made in lists]
        yield Row(f"sides of everything, {name}", _span(map(sides, packs)), "at most 5")
        yield Row(
            f"the emptiest side of everything, {name}", f"{min(min(fullness(pack)) for pack in packs):.2f}", "0.4"
        )
        large = [page_texts(pdf(made, Pack(paper=paper, print_size=PrintSize.LARGE))) for made in lists]
        yield Row(f"sides of the front in large print, {name}", _span(map(front, large)), "at most 2")
    early = [made for made, person in zip(lists, PEOPLE, strict=True) if is_early(answers_of(person, BANK).by_field)]
    words = sum(len(re.findall("metasta", _text(made), re.IGNORECASE)) for made in early)
    yield Row("“metastatic” on sheets of people with early cancer", str(words), "0")


def _span(values: Iterable[float]) -> str:
    """Return the least and the most of some values."""
    least, *_between, most = sorted(values)
    return f"{least:.3g}" if least == most else f"{least:.3g} to {most:.3g}"


def sides(content: bytes) -> int:
    return len(page_texts(content))


def front(texts: list[str]) -> int:
    return next(place for place, text in enumerate(texts) if text.startswith("What to say"))


def _text(made: Checklist) -> str:
    return " ".join(page_texts(pdf(made)))
