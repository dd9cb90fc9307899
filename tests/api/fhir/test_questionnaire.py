"""The form as a FHIR R4 Questionnaire, read back by the R4 (4.0.1) models of SMART's client."""

import json

import pytest
from fhirclient.models.questionnaire import Questionnaire as R4Questionnaire

from prep.api.fhir.questionnaire import questionnaire
from prep.bank.bank import Bank
from prep.i18n import Translator

URL = "https://prep.example.org/api/v1/fhir/Questionnaire"
FIELDS = "https://prep.example.org/api/v1/fields"


def form(bank) -> dict:
    return json.loads(questionnaire(bank, Translator("en"), URL, FIELDS).to_json())


def items(below):
    for item in below.get("item", ()):
        yield item
        yield from items(item)


def item(bank, link_id):
    return next(item for item in items(form(bank)) if item["linkId"] == link_id)


def with_condition(small, applies_to) -> Bank:
    fields = tuple(
        field.model_copy(update={"applies_to": applies_to}) if field.id == "concerns" else field
        for field in small.fields
    )
    return small.model_copy(update={"fields": fields})


def test_it_is_valid_r4(bank, small):
    for one in (bank, small, with_condition(small, {"side": ("left",), "age": ("new", "unsure")})):
        read = R4Questionnaire(form(one))  # raises at anything that R4 does not have, or has otherwise
        assert read.as_json() == form(one)


def test_the_rules_of_r4_that_models_cannot_tell_hold(bank, small):
    for one in (bank, small, with_condition(small, {"side": ("left",), "age": ("new", "unsure")})):
        every = list(items(form(one)))
        ids = [item["linkId"] for item in every]
        assert len(set(ids)) == len(ids)  # que-2
        for item in every:
            assert item["type"] != "group" or item["item"]  # que-1
            assert item["type"] == "choice" or "answerOption" not in item  # que-5
            assert item["type"] != "display" or not {"item", "repeats"} & item.keys()  # que-1, que-6
            assert item["type"] == "string" or "maxLength" not in item  # que-10
            conditions = item.get("enableWhen", ())
            assert len(conditions) < 2 or item["enableBehavior"] == "any"  # que-12
            for condition in conditions:
                assert condition["question"] in ids[: ids.index(item["linkId"])]
                assert (condition["operator"] == "exists") == ("answerBoolean" in condition)  # que-7


def test_every_field_and_option_of_the_form_is_there(bank):
    asked = {item["linkId"]: item for item in items(form(bank))}
    for field in bank.asked_fields:
        item = asked[field.id]
        codes = [option["valueCoding"] for option in item["answerOption"]]
        assert [code["code"] for code in codes] == [option.id for option in field.options]
        assert {code["system"] for code in codes} == {f"{FIELDS}/{field.id}"}
        assert item.get("repeats", False) == (field.kind == "many")
        assert asked[f"{field.id}.hint"]["text"] == field.hint


def test_where_a_field_applies_becomes_when_it_is_asked(small):
    (condition,) = item(small, "implant")["enableWhen"]
    assert (condition["question"], condition["operator"], condition["answerCoding"]["code"]) == ("age", "=", "new")


def test_a_choice_left_blank_counts_as_not_sure(small):
    asked = item(with_condition(small, {"side": ("unsure",)}), "concerns")
    assert {"question": "side", "operator": "exists", "answerBoolean": False} in asked["enableWhen"]
    assert asked["enableBehavior"] == "any"


def test_conditions_on_two_fields_must_both_hold(small):
    both = with_condition(small, {"side": ("left",), "age": ("old", "new")})
    group = item(both, "concerns.if-age")
    assert [one["question"] for one in group["enableWhen"]] == ["age", "age"]
    (asked,) = group["item"]
    assert asked["linkId"] == "concerns"
    assert [one["question"] for one in asked["enableWhen"]] == ["side"]


@pytest.mark.parametrize("name", ["url", "version", "title", "status"])
def test_it_says_which_form_it_is(small, name):
    said = {"url": URL, "version": "1", "title": "Questions for my visit", "status": "active"}
    assert form(small)[name] == said[name]
