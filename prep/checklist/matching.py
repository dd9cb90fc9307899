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
        return self.fits(question.applies_to) and not self.meets_any(question.not_for)


def _told(field: FormField, answers: Answers) -> frozenset[str]:
    """Return the chosen options; a single choice left blank counts as not sure."""
    blank = frozenset({UNSURE}) if field.kind == "one" else frozenset[str]()
    return answers.to(field.id) or blank
