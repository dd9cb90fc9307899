"""Tells whom a question can reach, by reasoning from its own conditions instead of trying every answer."""

from collections.abc import Iterator, Mapping
from itertools import product

from prep.bank.agendas import Agenda
from prep.bank.bank import Bank
from prep.bank.model_types import AppliesTo
from prep.bank.models import Question
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.matching import Matcher


def is_reachable(bank: Bank, question: Question) -> bool:
    """Return whether someone whose answers go together finds the question.

    A person need only give the answers that it names. If each way to give them makes the form ask whether that
    can be right, the question reaches nobody but those who contradict themselves.
    """
    return any(Matcher(bank, one).is_for(question) for one in _people_named(bank, question.applies_to))


def is_met(bank: Bank, agenda: Agenda) -> bool:
    """Return whether the agenda is open to someone whose answers go together."""
    return any(Matcher(bank, one).is_in(agenda) for one in _people_named(bank, agenda.applies_to))


def are_shown_together(bank: Bank, first: Question, second: Question) -> bool:
    """Return whether someone can find both questions on their list."""
    if _is_kept_from(first, second) or _is_kept_from(second, first):
        return False
    both = _both(bank, first, second)
    return all(both.values()) and is_reachable(bank, first.model_copy(update={"applies_to": both}))


def _people_named(bank: Bank, condition: AppliesTo) -> Iterator[Answers]:
    """Yield each way to give the answers that a condition names, if they go together."""
    ways = product(*([(field, option) for option in options] for field, options in condition.items()))
    for way in ways:
        answers = Answers.of({field: [option] for field, option in way})
        if not conflicts(bank, answers):
            yield answers


def _is_kept_from(one: Question, other: Question) -> bool:
    """Return whether the question is hidden from all whom the other is for."""
    return any(set(options) <= set(one.not_for.get(field, ())) for field, options in other.applies_to.items())


def _both(bank: Bank, first: Question, second: Question) -> Mapping[str, tuple[str, ...]]:
    """Join what both ask for. Of a field with many answers a person may give one for each, so it binds neither."""
    single = {field.id: [option.id for option in field.options] for field in bank.fields if field.kind == "one"}
    wanted = [one.applies_to for one in (first, second)]
    return {
        field: tuple(option for option in options if all(option in one.get(field, options) for one in wanted))
        for field, options in single.items()
        if any(field in one for one in wanted)
    }
