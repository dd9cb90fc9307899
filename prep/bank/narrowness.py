"""Measures how few people a condition of the bank holds for: the fewer, the more a question is theirs."""

from collections.abc import Iterable, Sequence

from prep.bank.form_models import FormField
from prep.bank.model_types import AppliesTo


class Narrowness:
    """The parts that options are of their fields' answers."""

    def __init__(self, fields: Iterable[FormField]) -> None:
        """Count the options of every field."""
        self._shares = {field.id: _Shares(field) for field in fields}

    def of(self, condition: AppliesTo) -> float:
        """Return how narrow a condition is: for each aspect, the share of answers that do not meet it."""
        met: dict[str, float] = {}
        for field, options in condition.items():
            shares = self._shares[field]
            met[shares.aspect] = met.get(shares.aspect, 1.0) * shares.of(options)
        return len(met) - sum(met.values())


class _Shares:
    """What part of a field's answers some of its options are. Those that must be named are not counted."""

    def __init__(self, field: FormField) -> None:
        self.aspect = field.aspect or field.id
        self._each = 1 / sum(not option.must_be_named for option in field.options)
        self._uncounted = frozenset(option.id for option in field.options if option.must_be_named)

    def of(self, options: Sequence[str]) -> float:
        counted = len(options) if self._uncounted.isdisjoint(options) else len(set(options) - self._uncounted)
        return counted * self._each
