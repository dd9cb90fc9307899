"""Explains line by line how a page came about, and what narrowly missed it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from prep.bank.bank import Bank
from prep.checklist.answers import Answers
from prep.checklist.fitting import Fitting, fitting
from prep.checklist.page import compose
from prep.checklist.page_lines import Line, agenda_lines, fact_lines, rank_lines, unknown_lines, worry_lines
from prep.checklist.person import Person

NEAR = 3
"""How many lines of each step are told that missed the page."""


@dataclass(frozen=True, slots=True)
class ExplainedPage:
    """A page, what gave each line its place, and what came next at each step."""

    fits: Fitting
    lines: tuple[Line, ...]
    missed: tuple[Line, ...]

    def rank(self, line: Line) -> float:
        """Return how much a question matters to this person by its rank alone."""
        return -self.fits.by_id[line.question.id].minus_rank


def explain(bank: Bank, answers: Answers) -> ExplainedPage:
    """Return the page that `answers` get, with the reasons of every place."""
    fits = fitting(bank, Person(bank, answers))
    lines = compose(fits)
    return ExplainedPage(fits, lines, tuple(_missed(fits, lines)))


def _missed(fits: Fitting, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the next lines of each step that are not on the page, each question once."""
    told = {line.question.id for line in lines}
    on_page = [line.question for line in lines]
    for step in (unknown_lines(fits), agenda_lines(fits), worry_lines(fits), fact_lines(fits)):
        for line in islice((one for one in step if one.question.id not in told), NEAR):
            told.add(line.question.id)
            yield line
    by_rank = rank_lines(fits, on_page)
    yield from islice((one for one in by_rank if one.question.id not in told), NEAR)
