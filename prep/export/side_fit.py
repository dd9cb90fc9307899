"""Estimates what fits on one side of the sheet in standard print: ruled lines below the first questions, and words.

The estimate counts letters and knows the spaces of `sheet.css` and `pack.css`; what does not fit flows on. It errs
towards too little, and in large print nothing needs to fit.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from math import ceil

from prep.bank.models import Part
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.checklist.presenter import ExplainedTerm, told_by
from prep.clinics.models import Clinic

HEIGHT = {Paper.LETTER: 252.0, Paper.A4: 270.0}
"""Between the margins of a side, in millimetres."""

LETTERS = {Paper.LETTER: 82, Paper.A4: 79}
"""On a line of text, on average and with some to spare."""

SMALL_LETTERS = {Paper.LETTER: 88, Paper.A4: 85}
"""The same on the back, in its smaller print."""

BOLD = 0.86
"""How many letters of bold print, indented, take the place of one."""

LINE = 5.6
"""Millimetres from one line of text to the next."""

SMALL_LINE = 5.3
"""The same on the back."""

ROOM_LINE = 8.45
MOST_ROOM = 3
USUAL_ROOM = 2
PARTS = {Part.NOTES: 192.0, Part.ROOM_TO_WRITE: 22.0, Part.SINCE_LAST_TIME: 182.0, Part.TRIALS: 118.0}
"""The height of each further part in millimetres, without the questions."""

SIDES_BEHIND = 3
LEAST_FULL, MOST_FULL = 0.5, 0.92
"""Of the last further side: hardly used it would be wasted, and too full it runs over."""

AND_MORE = "; and 12 more."
"""About what stands in the place of publishers that there is no room for."""

LARGE_ROOM = 1
"""Ruled lines below each of the first questions in large print."""


def room_lines(checklist: Checklist, pack: Pack, clinic: Clinic, about: int) -> int:
    """Return how many ruled lines fit below each of the first questions; `about` letters tell of the person."""
    if pack.print_size is PrintSize.LARGE:
        return LARGE_ROOM
    free = HEIGHT[pack.paper] - sum(_page_one(checklist, pack.paper, clinic, about))
    each = free / ROOM_LINE / max(1, len(checklist.top))
    return max(1, min(MOST_ROOM, int(each)))


def room_lines_behind(checklist: Checklist, pack: Pack) -> int:
    """Return how many ruled lines to give each other question on further pages, so that the last of these is used."""
    if pack.print_size is PrintSize.LARGE:
        return USUAL_ROOM
    letters = LETTERS[pack.paper] * BOLD
    fixed = sum(PARTS[part] for part in pack.parts(checklist.fitting_parts))
    fixed += sum(3.5 + _height([line.text], LINE, letters) for line in checklist.rest)
    for lines in range(MOST_ROOM + 1, 0, -1):
        sides = (fixed + lines * ROOM_LINE * len(checklist.rest)) / HEIGHT[pack.paper]
        if sides < SIDES_BEHIND and LEAST_FULL <= sides % 1 <= MOST_FULL:
            return lines
    return USUAL_ROOM


def terms_that_fit(checklist: Checklist, pack: Pack, clinic: Clinic) -> tuple[ExplainedTerm, ...]:
    """Return the words that there is room to explain on the back: those of the first questions, then others."""
    if pack.print_size is PrintSize.LARGE:
        return checklist.terms
    letters = _free_letters(checklist, pack.paper, clinic) - len("; ".join(checklist.publishers))
    kept: set[ExplainedTerm] = set()
    for term in dict.fromkeys(term for line in checklist.page_one for term in line.terms):
        letters -= len(term.term) + len(term.text) + 3
        if letters > 0:
            kept.add(term)
    return tuple(term for term in checklist.terms if term in kept)


def publishers_that_fit(checklist: Checklist, pack: Pack, clinic: Clinic) -> tuple[str, ...]:
    """Return the publishers to name on the back, as many as there is room for when no words are explained."""
    if pack.print_size is PrintSize.LARGE:
        return checklist.publishers
    letters = max(SMALL_LETTERS[pack.paper], _free_letters(checklist, pack.paper, clinic) - len(AND_MORE))
    lengths = accumulate(len(publisher) + 2 for publisher in checklist.publishers)
    return tuple(one for one, length in zip(checklist.publishers, lengths, strict=True) if length <= letters)


def _free_letters(checklist: Checklist, paper: Paper, clinic: Clinic) -> float:
    """Return how many letters of words and of publishers the back has room for."""
    return SMALL_LETTERS[paper] * (HEIGHT[paper] - sum(_back(checklist, paper, clinic))) / SMALL_LINE


def _page_one(checklist: Checklist, paper: Paper, clinic: Clinic, about: int) -> Iterator[float]:
    """Yield the height of each thing on the front, without the ruled lines below the first questions."""
    letters = SMALL_LETTERS[paper]
    visit = checklist.visit
    yield 8.5 + 1.5
    yield 8 if not visit.name or not visit.day or not visit.with_whom else 0
    yield LINE * (ceil((40 + len(visit.name) + len(visit.with_whom)) / letters))
    yield 7.5 if clinic.has_pages else 0
    yield 1.5 + LINE * ceil(about / letters) if about else 0
    yield 4 + 6 + 6 + (LINE if visit.speaker.value == "helper" else 0)
    yield from (1.6 + 1.06 * _height([line.text], LINE, letters * BOLD) for line in checklist.top)
    yield 4 + 6
    yield from (1.4 + _height([line.text], LINE, letters * 0.93) for line in checklist.rest)
    yield 4 + 6 + 2 * 7.5 + 6


def _back(checklist: Checklist, paper: Paper, clinic: Clinic) -> Iterator[float]:
    """Yield the height of each thing on the back, without the words explained."""
    letters = SMALL_LETTERS[paper]
    yield 6 + 2 * SMALL_LINE + SMALL_LINE * 1.5  # a line and a half to spare
    yield 3 + 3 * (0.5 + SMALL_LINE)
    yield 3 + 5 + 6
    yield sum(1 + _height([urgent.text], SMALL_LINE, letters * 0.95) for urgent in checklist.urgent)
    yield _height([told_by(checklist.urgent)], SMALL_LINE, letters * 0.95) if checklist.urgent else 0
    yield 1.5 + SMALL_LINE + 8 + 1.5 + SMALL_LINE
    told = [
        *(line.text for line in checklist.help_now),
        *(line.name + line.number + line.when for line in clinic.support),
    ]
    if told:
        yield 3 + 6 + _height([*told, told_by(checklist.help_now)], SMALL_LINE + 0.7, letters)
    yield sum(3 + 3 + _height([notice], SMALL_LINE, letters * 0.93) for notice in checklist.notices)
    yield 3 + 6  # the heading of the words
    yield 3 + 6 + SMALL_LINE * 2


def _height(texts: Iterable[str], line: float, letters: float) -> float:
    return sum(line * ceil(len(text) / letters) for text in texts)
