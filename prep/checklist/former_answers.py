"""Translates answers to fields of earlier banks into today's, so that older programs and files need not change."""

from collections.abc import Mapping

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.former_fields import SETS
from prep.bank.model_types import UNSURE, AppliesTo
from prep.checklist.answers import Answers


def current_answers(bank: Bank, answers: Answers) -> Answers:
    """Return the answers in today's fields. Two that say different things both stay, for `conflicts` to ask about."""
    meanings = _meanings(bank)
    former = {said.partition(SETS)[0] for said in meanings}
    if former.isdisjoint(answers.by_field):
        return answers
    chosen = {field: set(options) for field, options in answers.by_field.items() if field not in former}
    for field, options in answers.by_field.items():
        for option in options if field in former else ():
            for meant, values in meanings[f"{field}{SETS}{option}"].items():
                chosen.setdefault(meant, set()).update(values)
    return Answers.of({field: _most_exact(bank.field(field), options) for field, options in chosen.items()})


def _meanings(bank: Bank) -> Mapping[str, AppliesTo]:
    return {said: phrase.means for phrase in bank.phrases for said in phrase.said if SETS in said}


def _most_exact(field: FormField, chosen: set[str]) -> set[str]:
    """Leave out what another answer says more exactly; not being sure is the least exact."""
    if field.kind == "many" or len(chosen) == 1:
        return chosen
    refined = {option.refines for option in field.options if option.id in chosen}
    return chosen - refined - {UNSURE} or chosen
