"""Narrows what callers of the API post to a bank: its fields, options and questions, its languages and clinics."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pydantic import Field

from prep.api.dynamic_types import either, keyed, named, narrowed, one_of, several
from prep.api.fhir.response import QuestionnaireResponse, response_class
from prep.api.requests import ChecklistBody, GivenAnswers, GivenChanges, PrintBody, QuestionsBody
from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.checklist.changes import OwnQuestion, Words


@dataclass(frozen=True, slots=True)
class Bodies:
    """What can be posted, for one bank, its languages and clinics."""

    questions: type[QuestionsBody]
    checklist: type[ChecklistBody]
    print: type[PrintBody]
    response: type[QuestionnaireResponse]


def bodies(bank: Bank, languages: Iterable[str], clinics: Collection[str]) -> Bodies:
    """Return the models of what can be posted."""
    lang = (either(one_of(languages), type(None)), None)
    clinic = (either(one_of(clinics), type(None)) if clinics else type(None), None)
    answers, changes = _answers(bank), _changes([question.id for question in bank.questions])
    asked: Mapping[str, tuple[type, object]] = {"lang": lang, "clinic": clinic, "answers": (answers, answers())}
    made = {**asked, "changes": (changes, changes())}
    return Bodies(
        questions=narrowed("QuestionsFor", QuestionsBody, asked),
        checklist=narrowed("ChecklistFor", ChecklistBody, made),
        print=narrowed("PrintFor", PrintBody, made),
        response=response_class(bank),
    )


def _answers(bank: Bank) -> type[GivenAnswers]:
    # under names of our own, because an id could be the name of something that every model has
    return narrowed(
        "Answers", GivenAnswers, {f"field_{field.id}": _answer(field, bank) for field in bank.accepted_fields}
    )


def _answer(field: FormField, bank: Bank) -> tuple[type, object]:
    option = one_of(option.id for option in field.options)
    is_old = field in bank.deprecated_fields or None
    if field.kind == "one":
        return either(option, type(None)), Field(None, alias=field.id, description=field.label, deprecated=is_old)
    return several(option, len(field.options)), Field((), alias=field.id, description=field.label, deprecated=is_old)


def _changes(questions: Iterable[str]) -> type[GivenChanges]:
    """Return the model of changes to a list of the bank's questions."""
    bank_id = named("QuestionId", one_of(questions))
    any_id = either(bank_id, named("OwnQuestionId", OwnQuestion.__annotations__["id"]))
    lists = {"added": bank_id, "dropped": bank_id, "starred": any_id, "unstarred": any_id, "order": any_id}
    return narrowed(
        "Changes",
        GivenChanges,
        {name: (several(kind), ()) for name, kind in lists.items()} | {"wording": (keyed(bank_id, Words), {})},
    )
