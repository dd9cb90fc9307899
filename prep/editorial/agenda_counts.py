"""Counts how often an agenda is open, and how many lines it gets, over what the form asks everyone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from prep.bank.agendas import Agenda
from prep.bank.bank import Bank
from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.page import compose
from prep.checklist.person import Person


@dataclass(frozen=True, slots=True)
class AgendaTally:
    """In how many situations an agenda is open, and how many lines of those pages it gave."""

    agenda: Agenda
    open_in: int
    lines: int

    @property
    def lines_a_page(self) -> float:
        """The lines that it gives where it is open, on average."""
        return self.lines / self.open_in if self.open_in else 0.0


def count_agendas(bank: Bank, everyone: Iterable[Answers]) -> tuple[AgendaTally, ...]:
    """Return a tally for each agenda of the bank, in the bank's order."""
    open_in: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for answers in everyone:
        fits = fitting(bank, Person(bank, answers))
        ids = {agenda.id for agenda in fits.agendas}
        open_in.update(ids)
        lines.update(line.by for line in compose(fits) if line.by in ids)
    return tuple(AgendaTally(agenda, open_in[agenda.id], lines[agenda.id]) for agenda in bank.agendas)
