"""Matches conditions of the bank against the patient's answers, to tell whether they hold for this person."""

from collections.abc import Collection, Iterable, Mapping

from prep.bank.agendas import Agenda
from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.model_types import UNSURE, AppliesTo
from prep.bank.models import Question
from prep.checklist.answers import Answers
from prep.checklist.implied import possible


class Matcher:
    """The answers, prepared for quick comparison with many conditions."""

    def __init__(self, bank: Bank, answers: Answers) -> None:
        """Prepare the answers to every field of the bank. In a condition, a choice left blank counts as not sure."""
        gathering = [field for field in bank.fields if field.gathers]
        self._told: Mapping[str, frozenset[str]] = {field.id: _told(field, answers, gathering) for field in bank.fields}
        unsure: dict[str, frozenset[str]] = {
            field.id: frozenset({UNSURE}) for field in bank.fields if field.kind == "one"
        }
        self.possible = possible(bank, self._told, answers.perhaps)
        """Of fields left blank, the options of which one must hold, where that is known."""

        settled = {field: options for field, options in self.possible.items() if len(options) == 1}
        self._by_field = {
            field: told or settled.get(field) or unsure.get(field) or self.possible.get(field, told)
            for field, told in self._told.items()
        }
        self._one_of = {
            field: options for field, options in self.possible.items() if field in unsure and field not in settled
        }
        self._to_name = [
            (field, option)
            for field, option in bank.options_to_name
            if option in (answers.to(field) or settled.get(field, frozenset()))
        ]

    def fits(self, condition: AppliesTo) -> bool:
        """Return whether every field of the condition has one of the options it names; no condition fits everyone."""
        for field, options in condition.items():  # asked of every question: a loop takes half the time
            if self._by_field[field].isdisjoint(options):
                return False
        return not self._one_of or all(self._is_possible(field, options) for field, options in condition.items())

    def meets_any(self, condition: AppliesTo) -> bool:
        """Return whether any field of the condition has one of the options it names; no condition meets nobody."""
        for field, options in condition.items():  # as above
            if not self._by_field[field].isdisjoint(options) and self._is_possible(field, options):
                return True
        return False

    def _is_possible(self, field: str, options: Collection[str]) -> bool:
        """Return whether what may be true of the person allows for one of the options; “not sure” alone is for all.

        So somebody who was operated on, and not more is known, is asked nothing about treatment before surgery.
        """
        one_of = self._one_of.get(field)
        return one_of is None or set(options) == {UNSURE} or not one_of.isdisjoint(options)

    def tells(self, field: str, options: Collection[str]) -> bool:
        """Return whether the person said one of the options; what is left blank says nothing."""
        return not self._told[field].isdisjoint(options)

    def is_for(self, question: Question) -> bool:
        """Return whether the question applies to the patient and is not marked as wrong for them."""
        return (
            self.fits(question.applies_to)
            and names_all(self._to_name, question)
            and not self.meets_any(question.not_for)
        )

    def is_in(self, agenda: Agenda) -> bool:
        """Return whether the decision is open, or the moment is there, for the patient."""
        return (
            self.fits(agenda.applies_to)
            and all(option in agenda.applies_to.get(field, ()) for field, option in self._to_name)
            and not self.meets_any(agenda.not_for)
        )


def names_all(answers: Iterable[tuple[str, str]], question: Question) -> bool:
    """Return whether the question names each of the answers, in `applies_to` or in `also_for`."""
    return all(
        option in question.applies_to.get(field, ()) or option in question.also_for.get(field, ())
        for field, option in answers
    )


def _told(field: FormField, answers: Answers, gathering: Iterable[FormField]) -> frozenset[str]:
    """Return the chosen options and what they are kinds of.

    An older program answers a gathering field itself. That counts as an answer to the first field it gathers, so that
    nobody goes without a warning.
    """
    sources = (field.id, *field.gathers, *(one.id for one in gathering if one.gathers[:1] == (field.id,)))
    chosen = frozenset[str]().union(*(answers.to(one) for one in sources))
    if not chosen:
        return chosen
    return chosen | {option.is_a for option in field.options if option.is_a and option.id in chosen}


def stands_for(bank: Bank, field: FormField, option: Option) -> tuple[tuple[str, str], ...]:
    """Return each field and option that a condition may name to mean this answer."""
    fields = (field.id, *(one.id for one in bank.fields if field.id in one.gathers))
    return tuple((one, meant) for one in fields for meant in filter(None, (option.id, option.is_a)))
