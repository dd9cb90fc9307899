"""Selects from the bank what one person gets: their page, what else is offered, and what to tell them.

Every step is a plain rule, so that the same answers give the same page and each question can say in one sentence why it
is there. The cost grows with the size of the bank and no faster.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from prep.bank.bank import Bank
from prep.bank.models import Notice, Part, Question, Urgent
from prep.checklist.answers import Answers
from prep.checklist.fitting import Fitting, fitting
from prep.checklist.offer import offer
from prep.checklist.page import compose
from prep.checklist.person import Person, Pick

URGENT_SIZE = 6
"""The most lines that tell a person to call at once. Whoever reads many reads none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """All that fits."""

    page_one: tuple[Pick, ...]
    """Most important first."""

    more: tuple[Pick, ...]
    """What else is offered, best first."""

    others: tuple[Pick, ...]
    """What fits and is not offered unless it is looked for, in the bank's order."""

    notices: tuple[Notice, ...]
    urgent: tuple[Urgent, ...]
    """The most dangerous first."""

    help_now: tuple[Urgent, ...]
    searches: tuple[str, ...]
    """Words to search clinical trials with, in the language of the place that takes them."""

    parts: frozenset[Part]
    """The parts of the printed pack that are useful to these people."""

    @property
    def all(self) -> tuple[Pick, ...]:
        """Every question that fits."""
        return (*self.page_one, *self.more, *self.others)


def select(bank: Bank, answers: Answers) -> Selection:
    """Return what of `bank` fits `answers`."""
    person = Person(bank, answers)
    fits = fitting(bank, person)
    page = [line.question for line in compose(fits)]
    more, others = offer(fits, page)
    return Selection(
        page_one=_picks(fits, page),
        more=_picks(fits, more),
        others=_picks(fits, others),
        notices=tuple(notice for notice in bank.notices if person.fits(notice.applies_to)),
        urgent=tuple(islice(person.told(bank.urgent), URGENT_SIZE)),
        help_now=tuple(person.told(bank.help_now)),
        searches=person.searches,
        parts=frozenset(part for part in Part if person.fits(bank.pack.get(part, {}))),
    )


def _picks(fits: Fitting, questions: Iterable[Question]) -> tuple[Pick, ...]:
    return tuple(fits.person.pick(question, fits.agenda_of(question)) for question in questions)
