"""Tells whom a condition can reach, by reasoning from its own options instead of trying every answer."""

from collections.abc import Iterable, Mapping
from itertools import product

from prep.answers import Answers
from prep.bank import AppliesTo, Bank, Question
from prep.conflicts import conflicts


def is_reachable(bank: Bank, condition: AppliesTo) -> bool:
    """Tell whether someone whose answers go together meets the condition.

    A person need only give the answers that the condition names. If each way to give them makes the form
    ask whether that can be right, the condition reaches nobody but those who contradict themselves.
    """
    ways = product(*([(field, option) for option in options] for field, options in condition.items()))
    return any(not conflicts(bank, Answers.of({field: [option] for field, option in way})) for way in ways)


def are_shown_together(bank: Bank, first: Question, second: Question) -> bool:
    """Tell whether someone can find both questions on their list."""
    both = _both(bank, first.applies_to, second.applies_to)
    return all(both.values()) and is_reachable(bank, both)


def _both(bank: Bank, first: AppliesTo, second: AppliesTo) -> Mapping[str, tuple[str, ...]]:
    """Join two conditions. Of a field with many answers a person may give one for each, so it binds neither."""
    single = {field.id for field in bank.fields if field.kind == "one"}
    return {field: _shared(first.get(field), second.get(field)) for field in {**first, **second} if field in single}


def _shared(first: Iterable[str] | None, second: Iterable[str] | None) -> tuple[str, ...]:
    if first is None or second is None:
        return tuple(first or second or ())
    return tuple(option for option in first if option in set(second))
