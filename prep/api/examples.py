"""Examples of what can be posted, made from the bank, so that each works as it stands."""

from collections.abc import Mapping

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import CONCERNS


def examples(bank: Bank) -> Mapping[str, object]:
    """Return an example by the name of the operation that takes it."""
    plain = (field for field in bank.asked_fields if field.id == CONCERNS or not (field.detail or field.folded))
    answers = {field.id: _answer(field) for field in plain}
    visit = {"name": "Ann Lee", "day": "2026-11-24", "speaker": "patient"}
    changes = {"own": [{"id": "own_1", "text": "May I record our talk?"}], "starred": ["own_1"]}
    made = {"answers": answers, "visit": visit, "changes": changes}
    return {
        "questions": {"answers": answers},
        "checklist": made,
        "checklist_text": made,
        "checklist_pdf": made | {"pack": {"paper": "a4", "print_size": "large"}},
        "fhir_checklist": {
            "resourceType": "QuestionnaireResponse",
            "status": "completed",
            "subject": {"reference": "Patient/example"},
            "item": [_item(field, chosen) for field, chosen in answers.items()],
        },
    }


def _answer(field: FormField) -> str | list[str]:
    usual = [option.id for option in field.options if not option.must_be_named]
    return usual[0] if field.kind == "one" else usual[:2]


def _item(field: str, chosen: str | list[str]) -> Mapping[str, object]:
    codes = [chosen] if isinstance(chosen, str) else chosen
    return {"linkId": field, "answer": [{"valueCoding": {"code": code}} for code in codes]}
