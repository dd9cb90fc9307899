"""The bank and its parts: in the reader's language, kept by callers and asked about again."""

import pytest

from prep.bank.bank import Bank
from tests.api.conftest import ROOT, Caller

ADDRESSES = ["/fields", "/fields/side", "/terms", "/sources", "/bank", "/fhir/Questionnaire", "/openapi.json"]


def test_the_fields_are_the_forms(caller, bank):
    assert [field["id"] for field in caller.get("/fields").json["fields"]] == [field.id for field in bank.fields]
    stage = caller.get("/fields/stage").json
    assert (stage["kind"], stage["label"]) == ("one", bank.field("stage").label)
    assert [option["id"] for option in stage["options"]][-1] == "unsure"


def test_terms_and_sources_are_the_banks(small_caller):
    assert small_caller.get("/terms").json["terms"][0]["text"] == "The smooth end of a bone."
    assert small_caller.get("/sources").json["sources"][0]["publisher"] == "Knee Press"


def test_the_bank_is_whole(caller, bank):
    assert Bank.model_validate_json(caller.get("/bank").text) == bank


def test_a_field_that_there_is_not(caller):
    reply = caller.get("/fields/nose")
    assert reply.status == 404
    assert "/api/v1/fields lists all" in reply.json["detail"]


@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_who_has_it_is_not_sent_it_again(small_caller, path, encoding):
    headers = {"Accept-Encoding": encoding}
    first = small_caller.get(path, headers=headers)
    assert (first.status, first.header["Cache-Control"]) == (200, "no-cache")
    again = small_caller.get(path, headers=headers | {"If-None-Match": first.header["ETag"]})
    assert (again.status, again.response.data) == (304, b"")
    assert small_caller.get(path, headers=headers | {"If-None-Match": '"old"'}).status == 200


def test_each_language_is_kept_apart(small_caller):
    reply = small_caller.get("/fields")
    assert {"Accept-Language", "Accept-Encoding"} <= set(reply.header["Vary"].split(", "))
    assert reply.header["Content-Language"] == "en"


def test_a_bank_read_again_is_served_at_once(small):
    from prep.app import create_app
    from prep.settings import Settings
    from prep.web.site import renew

    app = create_app(Settings(), small)
    caller = Caller(app)
    assert caller.post("/questions", {"answers": {"side": "left"}}).status == 200
    before = caller.get("/openapi.json").header["ETag"]
    fields = (small.fields[0].model_copy(update={"id": "knee"}), *small.fields[3:])
    renew(app, small.model_copy(update={"fields": fields, "questions": small.questions[-3:], "pack": {}}), {})
    assert "#/answers/side" in caller.post("/questions", {"answers": {"side": "left"}}).wrong
    assert caller.get("/openapi.json").header["ETag"] != before


@pytest.mark.parametrize(("method", "allowed"), [("POST", "GET, HEAD, OPTIONS"), ("DELETE", "GET, HEAD, OPTIONS")])
def test_a_method_that_there_is_not(caller, method, allowed):
    reply = caller.ask(method, "/bank")
    assert (reply.status, reply.header["Allow"]) == (405, allowed)


def test_an_address_that_there_is_not(caller):
    reply = caller.get("/nose")
    assert (reply.status, reply.json["title"]) == (404, "Not Found")
    assert f"{ROOT}/ tells which addresses there are" in reply.json["detail"]
