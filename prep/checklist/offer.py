"""Chooses what is offered beside the page: what has a bearing on this person, best first; the others stay within reach.

Whoever is offered more reads less of it, so the editor's weight decides: a question of little rank is left to
“show all”, unless an agenda or a fact names it, it is among the best on a worry or under its heading, or it is
sensitive and so stands apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from prep.bank.models import Question
from prep.checklist.fitting import Fitting, Ranked

MOST_OFFERED = 120
"""Questions on the page and under “more you could ask” together."""

LEAST_RANK = -0.15
OF_EACH_SECTION = 1
OF_EACH_WORRY = 8


def offer(fits: Fitting, page: Iterable[Question]) -> tuple[tuple[Question, ...], tuple[Question, ...]]:
    """Return what is offered beside the page, best first, and the others in the bank's order."""
    on_page = {question.id for question in page}
    rest = [one for one in fits.ranked if one.question.id not in on_page]
    named = {id_ for agenda in fits.agendas for id_ in agenda.questions}
    named |= {id_ for fact in fits.facts for id_ in fact.questions}
    best = {one.order for one in _best(rest, fits)}
    bearing = [
        (one.question.id not in named and not one.question.sensitive, one)
        for one in rest
        if one.minus_rank <= -LEAST_RANK or one.order in best or one.question.id in named or one.question.sensitive
    ]
    offered = [one for _last, one in nsmallest(MOST_OFFERED - len(on_page), bearing)]
    chosen = {one.order for one in offered}
    return (
        tuple(one.question for one in offered),
        tuple(one.question for one in rest if one.order not in chosen),
    )


def _best(ranked: Iterable[Ranked], fits: Fitting) -> Iterator[Ranked]:
    """Yield the best under each heading and on each worry, so that none is without any."""
    by_section: defaultdict[str, list[Ranked]] = defaultdict(list)
    by_worry: dict[str, list[Ranked]] = {worry: [] for worry in fits.person.concerns}
    for one in ranked:
        by_section[one.question.section].append(one)
        for worry in one.question.concerns:
            if worry in by_worry:
                by_worry[worry].append(one)
    for most, groups in ((OF_EACH_SECTION, by_section), (OF_EACH_WORRY, by_worry)):
        for ones in groups.values():
            yield from nsmallest(most, ones)
