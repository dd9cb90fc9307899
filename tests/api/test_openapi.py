"""The description holds for what the API does, and is a valid OpenAPI 3.1 document."""

import jsonschema_rs
import pytest
import schemathesis

from tests.api.conftest import ROOT


@pytest.fixture
def document(small_caller):
    return small_caller.get("/openapi.json").json


def operations(document):
    for address, methods in document["paths"].items():
        for method, told in methods.items():
            yield address.removeprefix(ROOT), method.upper(), told


def test_it_is_valid(document):
    assert document["openapi"].startswith("3.1.")
    schemathesis.openapi.from_dict(document).validate()


def test_the_validator_finds_what_it_is_for(document):
    document["paths"][f"{ROOT}/bank"]["get"]["responses"] = {"ok": {}}
    with pytest.raises(Exception, match="responses"):
        schemathesis.openapi.from_dict(document).validate()


def test_every_route_is_described(document, served_small):
    served = {
        (rule.rule.removeprefix(ROOT).replace("<", "{").replace(">", "}"), method)
        for rule in served_small.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.endpoint.startswith("api.")
    }
    described = {(address, method) for address, method, _told in operations(document)}
    assert served - described == {("/", "GET"), ("/openapi.json", "GET")}
    assert described <= served


def test_every_example_works_and_its_reply_is_as_described(document, small_caller):
    for address, method, told in operations(document):
        bodies = told.get("requestBody", {}).get("content", {None: {}})
        for kind, body in bodies.items():
            options = {"json": body["example"], "content_type": kind} if kind else {}
            reply = small_caller.ask(method, address.replace("{field}", "side"), **options)
            assert reply.status == 200, (address, reply.text)
            described = told["responses"]["200"]["content"][reply.header["Content-Type"].split(";")[0]]
            if described:
                schema = described["schema"] | {"components": document["components"]}
                jsonschema_rs.validate(schema, reply.json)


def test_every_error_is_as_described(document, small_caller):
    schema = {"$ref": "#/components/schemas/Problem", "components": document["components"]}
    for reply in (small_caller.get("/nose"), small_caller.post("/questions", {"answers": {"side": 1}})):
        jsonschema_rs.validate(schema, reply.json)


def test_it_names_every_option(document):
    answers = document["components"]["schemas"]["Answers"]
    assert answers["properties"]["side"]["anyOf"][0]["enum"] == ["left", "right", "unsure"]
    assert answers["additionalProperties"] is False
