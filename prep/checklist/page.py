"""Composes page one: gives its twelve places in steps.

An expert asks first which decisions are open at this visit; everything else follows:

1. What decides something there and is not known: two questions at most.
2. The agendas that apply, in turns, deadlines first within each. With the first step they fill eight places.
3. One line for each worry that has none yet.
4. One line for each of the two most decisive facts.
5. While places are left: what else is not known, another line for each worry, what the agendas still have, and the
   rest by rank.

A visit that is for how the person feels begins with the third step, behind three lines of agendas that lead, and leaves
other agendas five places. Where many worries are ticked they take places from the agendas, for they are the person's
own, and lines that serve several come first. On top stand the first two, and a line for a worry.
"""

from collections.abc import Iterable, Sequence

from prep.bank.models import Question
from prep.checklist.fitting import Fitting
from prep.checklist.page_lines import (
    PAGE_SIZE,
    Line,
    Step,
    agenda_lines,
    fact_lines,
    leading_lines,
    rank_lines,
    unknown_lines,
    worry_lines,
)

TOP = 3
"""How many questions stand in the box on top until a person chooses their own."""

UNKNOWNS = 2
AGENDA_LINES = 8
"""Places that the first two steps fill together: of a page for the surgeon, two thirds are about surgery."""

FEW_AGENDA_LINES = 5
"""Places of the agendas at a visit that is for how the person feels: the decisions are taken elsewhere."""

FACTS = 2


def compose(fits: Fitting) -> tuple[Line, ...]:
    """Return the lines of the page, those on top first."""
    of_agendas, of_worries = [*agenda_lines(fits)], [*worry_lines(fits)]
    if fits.person.puts_worries_first:
        page = _filled([], leading_lines(fits), TOP)
        page = _filled(_with_each_worry(page, of_worries), of_agendas, FEW_AGENDA_LINES)
        page = _filled(page, fact_lines(fits), FACTS)
    else:
        page = _filled([], unknown_lines(fits), UNKNOWNS)
        page = _leaving_room(_filled(page, of_agendas, AGENDA_LINES - len(page)), of_worries)
        page = _filled(_with_each_worry(page, of_worries), fact_lines(fits), FACTS)
    page = _filled(page, unknown_lines(fits), _unknowns_left(page))
    page = _filled(page, of_worries, len(fits.person.concerns))
    page = _filled(page, of_agendas, PAGE_SIZE)
    page = _filled(page, rank_lines(fits, [line.question for line in page]), PAGE_SIZE)
    return tuple(_with_a_worry_on_top(page, fits))


def _filled(page: Sequence[Line], proposed: Iterable[Line], most: int) -> list[Line]:
    """Add `most` of the lines in their order, as far as there is room."""
    filled, end = [*page], min(len(page) + most, PAGE_SIZE)
    for line in proposed:
        if len(filled) >= end:
            break
        if _takes(filled, line.question):
            filled.append(line)
    return filled


def _unknowns_left(page: Sequence[Line]) -> int:
    """Return how many lines may still ask for what is not known: of the first three two at most, below them any."""
    return PAGE_SIZE if len(page) >= TOP else UNKNOWNS - sum(line.step is Step.UNKNOWN for line in page)


def _takes(page: Iterable[Line], question: Question) -> bool:
    """Return whether neither the question is on the page nor one that the doctor would answer with the same words."""
    return not any(
        question.id == line.question.id
        or question.id in line.question.same_answer_as
        or line.question.id in question.same_answer_as
        for line in page
    )


def _leaving_room(page: list[Line], of_worries: Sequence[Line]) -> list[Line]:
    """Take off the last lines, while worries without a line have more need of the places."""
    while len(page) >= TOP and len(page) + len(_unserved(page, of_worries)) > PAGE_SIZE:
        page = page[:-1]
    return page


def _with_each_worry(page: list[Line], of_worries: Sequence[Line]) -> list[Line]:
    """Add one line for each worry that has none; where there is little room, lines that serve several at once."""
    while len(page) < PAGE_SIZE and (unserved := _unserved(page, of_worries)):
        fitting = [line for line in of_worries if line.by in unserved and _takes(page, line.question)]
        if not fitting:
            break
        is_crowded = len(unserved) > PAGE_SIZE - len(page)
        page = [*page, max(fitting, key=lambda line: _served(line, unserved)) if is_crowded else fitting[0]]
    return page


def _unserved(page: Iterable[Line], of_worries: Iterable[Line]) -> list[str]:
    """Return the worries that some question is about, and none on the page."""
    served = {worry for line in page for worry in line.question.concerns}
    return [worry for worry in dict.fromkeys(line.by for line in of_worries) if worry not in served]


def _served(line: Line, worries: Iterable[str]) -> int:
    return sum(worry in line.question.concerns for worry in worries)


def _with_a_worry_on_top(page: Sequence[Line], fits: Fitting) -> list[Line]:
    """Bring a line for a worry among the first three, if there is none: an agenda's, or the best. Nothing sensitive.

    What comes in a later turn goes with a decision and is none, so it does not come to the top.
    """
    gentle = [line for line in page if not line.question.sensitive]
    top, rest = gentle[: TOP - 1], gentle[TOP - 1 :]
    if not any(fits.person.is_concerned(line.question) for line in top):
        worries = [line for line in rest if fits.person.is_concerned(line.question) and line.step is not Step.UNKNOWN]
        at_once = {agenda.id for agenda in fits.agendas if agenda.turn == 1}
        best = sorted(worries, key=lambda line: fits.by_id[line.question.id])
        rest = [*(line for line in worries if line.by in at_once), *best, *rest]
    top += rest[:1]
    on_top = {line.question.id for line in top}
    return [*top, *(line for line in page if line.question.id not in on_top)]
