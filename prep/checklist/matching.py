"""Matches conditions of the bank against the patient's answers, to tell whether they hold for this person."""

from collections.abc import Mapping

from prep.bank.bank import Bank
from prep.bank.models import UNSURE, AppliesTo, FormField, Question
from prep.checklist.answers import Answers


class Matcher:
    """The answers, prepared for quick comparison with many conditions."""

    def __init__(self, bank: Bank, answers: Answers) -> None:
        """Prepare the answers to every field of the bank."""
        self._by_field: Mapping[str, frozenset[str]] = {field.id: _told(field, answers) for field in bank.fields}
        self._must_be_named = [
            (field.id, option.id)
            for field in bank.asked_fields
            for option in field.options
            if option.must_be_named and option.id in answers.to(field.id)
        ]

    def fits(self, condition: AppliesTo) -> bool:
        """Return whether every field of the condition has one of the options it names; no condition fits everyone."""
        for field, options in condition.items():  # noqa: SIM110  # asked of every question: a loop takes half the time
            if self._by_field[field].isdisjoint(options):
                return False
        return True

    def meets_any(self, condition: AppliesTo) -> bool:
        """Return whether any field of the condition has one of the options it names; no condition meets nobody."""
        for field, options in condition.items():  # noqa: SIM110  # as above
            if not self._by_field[field].isdisjoint(options):
                return True
        return False

    def is_for(self, question: Question) -> bool:
        """Return whether the question applies to the patient and is not marked as wrong for them."""
        return self.fits(question.applies_to) and self._is_named_by(question) and not self.meets_any(question.not_for)

    def _is_named_by(self, question: Question) -> bool:
        """Return whether the question names each answer that must be named."""
        return all(
            option in question.applies_to.get(field, ()) or option in question.also_for.get(field, ())
            for field, option in self._must_be_named
        )


def _told(field: FormField, answers: Answers) -> frozenset[str]:
    """Return the chosen options and what they are kinds of; a single choice left blank counts as not sure."""
    chosen = answers.to(field.id).union(*(answers.to(one) for one in field.gathers))
    kinds = {option.is_a for option in field.options if option.is_a and option.id in chosen}
    blank = frozenset({UNSURE}) if field.kind == "one" else frozenset[str]()
    return (chosen | kinds) or blank
