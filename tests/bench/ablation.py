"""What each step of the page earns: the topics raised on page one while that step gives no lines."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from unittest.mock import patch

from prep.bank.bank import Bank
from tests.bench.figures import Row
from tests.bench.people import BANK
from tests.checklist.test_scenarios import raised

PROPOSERS = {
    "what is not known": "unknown_lines",
    "agendas": "agenda_lines",
    "worries": "worry_lines",
    "facts": "fact_lines",
}


def rows() -> Iterator[Row]:
    yield _row("with every step", BANK)
    for step, proposer in PROPOSERS.items():
        yield _row(f"without {step}", BANK, patch(f"prep.checklist.page.{proposer}", lambda _fits: iter(())))
    yield _row("without deadlines", _without_deadlines())
    yield _row("without agendas at all", BANK.model_copy(update={"agendas": ()}))


def _row(what: str, bank: Bank, step_off: AbstractContextManager[object] | None = None) -> Row:
    with step_off or nullcontext():
        (musts, _), (own, _) = raised(bank, "musts"), raised(bank, "own")
    return Row(f"topics of experts and people's own on page one, {what}", f"{musts:.0%} and {own:.0%}")


def _without_deadlines() -> Bank:
    agendas = (agenda.model_copy(update={"deadlines": ()}) for agenda in BANK.agendas)
    return BANK.model_copy(update={"agendas": tuple(agendas)})
