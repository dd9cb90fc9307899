"""Finds what answers say of fields left blank: whoever takes hormone tablets does not choose an operation."""

from collections.abc import Mapping

from prep.bank.bank import Bank
from prep.bank.form_models import Implication

Told = Mapping[str, frozenset[str]]
"""The options told in each field; none where it was left blank."""


def possible(bank: Bank, told: Told, perhaps: Told) -> Told:
    """Return, of fields left blank, the options of which one must hold: by the bank, and by what may hold `perhaps`.

    Where these contradict each other, nothing is known.
    """
    found = {field: options for field, options in perhaps.items() if not told[field]}
    for one in bank.implied:
        if _holds(one, told):
            for field, options in one.leaves.items():
                if not told[field]:
                    found[field] = found.get(field, frozenset(options)).intersection(options)
    return {field: options for field, options in found.items() if options}


def _holds(one: Implication, told: Told) -> bool:
    return all(not told[field].isdisjoint(options) for field, options in one.applies_to.items()) and all(
        told[field].isdisjoint(options) for field, options in one.not_for.items()
    )
