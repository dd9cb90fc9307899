"""Estimates what fits on a side: ruled lines below questions, and words and publishers on the back.

The estimate counts letters and knows the spaces of `sheet.css` and `pack.css`. It errs towards too little; where it
errs towards too much, the page flows on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from prep.bank.models import Part
from prep.checklist.answers import Speaker
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.checklist.view_models import ExplainedTerm, told_by
from prep.clinics.models import Clinic


@dataclass(frozen=True, slots=True)
class Side:
    """How much a side holds; heights are in millimetres."""

    height: float
    """Between the margins."""

    letters: int
    """On a line, on average."""

    line: float
    """From one line to the next."""


FRONT = {Paper.LETTER: Side(252, 82, 5.6), Paper.A4: Side(270, 79, 5.6)}
BACK = {
    (Paper.LETTER, PrintSize.STANDARD): Side(252, 91, 5.3),
    (Paper.A4, PrintSize.STANDARD): Side(270, 88, 5.3),
    (Paper.LETTER, PrintSize.LARGE): Side(2 * 212, 55, 8.4),  # in large print it takes two sides
    (Paper.A4, PrintSize.LARGE): Side(2 * 230, 53, 8.4),
}

BOLD, BOXED, NUMBERED, BESIDE_CODE = 0.84, 0.95, 0.92, 0.9
"""How much of the letters bold, boxed and numbered lines hold, and those beside the QR code."""

SAID, SAID_BY_HELPER, SAID_FROM_AFAR, ADDRESS, STEP = 76, 98, 80, 75, 76
"""Letters of the longest sentences to say, of the address, and of a step before, during or after the visit."""

ABOUT_ME = 36
"""Letters, some of them bold, that begin the line about the person."""

HEADING = 6
ROOM_LINE = 8.45
LEAST_ROOM, USUAL_ROOM, MOST_ROOM = 1, 2, 3
"""Ruled lines below a question. In large print and in two languages each of the first has the least."""

PARTS = {Part.NOTES: 184.0, Part.ROOM_TO_WRITE: 24.0, Part.SINCE_LAST_TIME: 182.0, Part.TRIALS: 118.0}
"""The height of each further part, without the questions."""

SIDES_BEHIND = 3
LEAST_FULL, MOST_FULL = 0.5, 0.9
"""Of the last further side: hardly used it would be wasted, and too full it runs over."""

AND_MORE = len("; and 12 more.")


def room_lines(checklist: Checklist, pack: Pack, clinic: Clinic, about: int) -> int:
    """Return how many ruled lines fit below each of the first questions; `about` letters tell of the person."""
    if pack.print_size is PrintSize.LARGE:
        return LEAST_ROOM
    free = _free_front(checklist, pack, clinic, about)
    return max(LEAST_ROOM, min(MOST_ROOM, int(free / ROOM_LINE / max(1, len(checklist.top)))))


def has_room_for_one_more(checklist: Checklist, pack: Pack, clinic: Clinic, about: int) -> bool:
    """Return whether a line for another question fits below the last, and takes no room from the first ones."""
    if pack.print_size is PrintSize.LARGE:
        return False
    room = room_lines(checklist, pack, clinic, about) * len(checklist.top)
    return _free_front(checklist, pack, clinic, about) - room * ROOM_LINE >= ROOM_LINE


def room_lines_behind(checklist: Checklist, pack: Pack) -> int:
    """Return how many ruled lines to give each other question on further sides, so that the last of these is used."""
    if pack.print_size is PrintSize.LARGE:
        return USUAL_ROOM
    side = FRONT[pack.paper]
    fixed = sum(PARTS[part] for part in pack.parts(checklist.fitting_parts))
    fixed += sum(3.5 + _height(line.text, side, BOLD) for line in checklist.rest)
    for lines in range(MOST_ROOM + 1, 0, -1):
        sides = (fixed + lines * ROOM_LINE * len(checklist.rest)) / side.height
        if sides < SIDES_BEHIND and LEAST_FULL <= sides % 1 <= MOST_FULL:
            return lines
    return USUAL_ROOM


def terms_that_fit(checklist: Checklist, pack: Pack, clinic: Clinic) -> tuple[ExplainedTerm, ...]:
    """Return the words that there is room to explain on the back: those of the first questions, then others."""
    side = BACK[pack.paper, pack.print_size]
    letters = _free_letters(checklist, side, clinic) - len("; ".join(checklist.publishers))
    kept: set[ExplainedTerm] = set()
    for term in dict.fromkeys(term for line in checklist.page_one for term in line.terms):
        letters -= len(term.term) + len(term.text) + 3
        if letters > 0:
            kept.add(term)
    return tuple(term for term in checklist.terms if term in kept)


def has_room_for_a_list_of(terms: Iterable[ExplainedTerm], checklist: Checklist, pack: Pack, clinic: Clinic) -> bool:
    """Return whether the words fit one below the other, which is easier to read than one after the other."""
    side = BACK[pack.paper, pack.print_size]
    publishers = _lines(len("; ".join(checklist.publishers)), side)
    lines = publishers + sum(_lines(len(term.term) + len(term.text) + 2, side) for term in terms)
    return lines * side.letters <= _free_letters(checklist, side, clinic)


def publishers_that_fit(checklist: Checklist, pack: Pack, clinic: Clinic) -> tuple[str, ...]:
    """Return the publishers to name on the back, as many as there is room for when no words are explained."""
    side = BACK[pack.paper, pack.print_size]
    heading_of_words = side.letters * (3 + HEADING) / side.line
    letters = max(side.letters, _free_letters(checklist, side, clinic) + heading_of_words - AND_MORE)
    lengths = accumulate(len(publisher) + 2 for publisher in checklist.publishers)
    return tuple(one for one, length in zip(checklist.publishers, lengths, strict=True) if length <= letters)


def _free_front(checklist: Checklist, pack: Pack, clinic: Clinic, about: int) -> float:
    side = FRONT[pack.paper]
    return side.height - sum(_front(checklist, side, clinic, about))


def _free_letters(checklist: Checklist, side: Side, clinic: Clinic) -> float:
    """Return how many letters of words and of publishers the back has room for."""
    return side.letters * (side.height - sum(_back(checklist, side, clinic))) / side.line


def _front(checklist: Checklist, side: Side, clinic: Clinic, about: int) -> Iterator[float]:
    """Yield the height of each thing on the front, without the ruled lines below the first questions."""
    visit = checklist.visit
    yield 10 + side.line * _lines(40 + len(visit.name) + len(visit.with_whom), side)
    yield 0 if visit.name and visit.day and visit.with_whom else 8
    yield 7.5 if clinic.has_pages else 0
    yield 1.5 + side.line * _lines(ABOUT_ME + about, side) if about else 0
    yield 10 + HEADING + (side.line if visit.speaker is Speaker.HELPER else 0)
    yield from (2.6 + 1.06 * _height(line.text, side, BOLD) for line in checklist.top)
    yield 4 + HEADING
    yield from (1.4 + _height(line.text, side, NUMBERED) for line in checklist.rest)
    yield 4 + HEADING + 2 * 7.5 + 7


def _back(checklist: Checklist, side: Side, clinic: Clinic) -> Iterator[float]:
    """Yield the height of each thing on the back, without the words explained and the publishers."""
    visit = checklist.visit
    said = SAID_BY_HELPER + len(visit.name) if visit.speaker is Speaker.HELPER else SAID
    yield HEADING + 1.5 * side.line  # to spare
    yield from (_lines(letters, side, BESIDE_CODE) * side.line for letters in (said, SAID_FROM_AFAR, ADDRESS))
    yield 3 + 3 * (0.5 + _lines(STEP, side, BESIDE_CODE) * side.line)
    yield 8 + HEADING
    yield from (1 + _height(urgent.text, side, BOXED) for urgent in checklist.urgent)
    yield _height(told_by(checklist.urgent), side, BOXED)
    yield 11 + 2 * side.line
    support = [*(line.text for line in checklist.help_now), *(line.name + line.when for line in clinic.support)]
    if support:
        yield 3 + HEADING + _height(told_by(checklist.help_now), side)
        yield from (0.7 + _height(line, side) for line in support)
    yield from (6 + _height(notice, side, NUMBERED) for notice in checklist.notices)
    yield 3 + HEADING  # of the words
    yield 3 + HEADING + side.line


def _height(text: str, side: Side, share: float = 1.0) -> float:
    """Return the height of a paragraph whose lines hold a `share` of the letters."""
    return side.line * _lines(len(text), side, share)


def _lines(letters: int, side: Side, share: float = 1.0) -> int:
    """Return how many lines so many letters take."""
    return ceil(letters / (side.letters * share))
