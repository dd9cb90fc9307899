"""A filled-in FHIR form is read as the web form would be."""

import json
from datetime import date

import pytest
from fhirclient.models.questionnaireresponse import QuestionnaireResponse as R4Response
from pydantic import ValidationError

from prep.api.fhir.response import response_class
from prep.checklist.answers import Answers, Speaker, Visit


def response(*items, **more):
    return {"resourceType": "QuestionnaireResponse", "status": "completed", "item": list(items)} | more


def chose(link_id, *codes):
    return {"linkId": link_id, "answer": [{"valueCoding": {"code": code}} for code in codes]}


def read(bank, sent):
    R4Response(sent)  # what the tests send is R4
    return response_class(bank).model_validate_json(json.dumps(sent))


def test_answers(small):
    given = read(small, response(chose("side", "left"), chose("concerns", "pain", "dancing")))
    assert given.answers() == Answers.of({"side": ["left"], "concerns": ["pain", "dancing"]})


def test_nothing_answered(small):
    sent = {"resourceType": "QuestionnaireResponse", "status": "in-progress"}
    assert read(small, sent).answers() == Answers.of({})
    assert read(small, sent).visit() == Visit()


def test_the_visit(small):
    about = [
        chose("list_for", "helper"),
        {"linkId": "printed_name", "answer": [{"valueString": " Ann\u202e  Lee"}]},
        {"linkId": "printed_date", "answer": [{"valueDate": "2026-11-24"}]},
        {"linkId": "printed_with", "answer": [{"valueString": "Dr. Quux"}]},
    ]
    given = read(small, response({"linkId": "visit_", "item": about}))
    assert given.visit() == Visit("Ann Lee", date(2026, 11, 24), "Dr. Quux", Speaker.HELPER)
    assert given.answers() == Answers.of({})


def test_what_else_a_record_system_sends_is_passed_over(small):
    sent = response(
        chose("side", "left") | {"text": "Which knee?", "extension": [{"url": "https://x.example", "valueCode": "y"}]},
        id="7",
        meta={"versionId": "1"},
        questionnaire="https://prep.example.org/api/v1/fhir/Questionnaire|1",
        authored="2026-11-24T10:00:00Z",
        subject={"reference": "Patient/1", "identifier": {"use": "usual", "value": "7"}},
    )
    given = read(small, sent)
    assert given.answers() == Answers.of({"side": ["left"]})
    assert given.subject.model_dump(exclude_none=True) == {"reference": "Patient/1", "identifier": {"value": "7"}}


def test_a_field_inside_a_group_is_read(small):
    fields = (*small.fields[:3], small.fields[3].model_copy(update={"applies_to": {"side": ["left"], "age": ["new"]}}))
    bank = small.model_copy(update={"fields": fields})
    given = read(bank, response({"linkId": "concerns.if-age", "item": [chose("concerns", "pain")]}))
    assert given.answers() == Answers.of({"concerns": ["pain"]})


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([chose("side", "up")], "Input should be 'left', 'right' or 'unsure'"),
        ([chose("nose", "left")], "does not match any of the expected tags"),
        ([chose("side", "left", "right")], "at most 1 item"),
        ([chose("side", "left"), chose("side", "right")], "side takes one answer only"),
        ([{"linkId": "side", "answer": [{"valueString": "left"}]}], "Field required"),
        ([{"linkId": "visit_", "item": [{"linkId": "printed_date", "answer": [{"valueDate": "2026-11"}]}]}], "date"),
    ],
)
def test_what_the_form_does_not_offer_is_refused(small, items, said):
    with pytest.raises(ValidationError, match=said):
        read(small, response(*items))


def test_the_same_answer_twice_is_one(small):
    assert read(small, response(chose("side", "left"), chose("side", "left"))).answers().to("side") == {"left"}


def test_an_item_below_a_question_is_no_way_around_what_is_offered(small):
    hidden = {"linkId": "age", "answer": [{"valueString": "nonsense"}]}
    assert read(small, response(chose("side", "left") | {"item": [hidden]})).answers() == Answers.of({"side": ["left"]})
    assert read(small, response({"linkId": "visit_", "answer": [{"valueString": "x"}]})).visit() == Visit()
