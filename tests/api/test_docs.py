"""The page about the API: every operation, with an example that works as it stands."""

import json
import re
import shlex

import pytest

from tests.api.conftest import ROOT
from tests.conftest import CheckedClient
from tests.page import words


@pytest.fixture
def page(served):
    return CheckedClient(served).get(f"{ROOT}/")


def test_it_names_every_operation_and_leads_to_the_description(page, caller):
    described = caller.get("/openapi.json").json["paths"]
    assert {words(code) for code in page.all("h2/code")} == set(described)
    assert page.all(f"a[@href='{ROOT}/openapi.json']")


def test_every_command_on_it_works(page, caller):
    commands = ["".join(code.itertext()) for code in page.all("pre/code")]
    assert len(commands) == 11
    for command in commands:
        curl, *options, address = shlex.split(command)
        path = re.sub(r"^http://localhost/api/v1", "", address)
        assert curl == "curl"
        if options:
            assert options[0] == "--json"
            reply = caller.post(path, json.loads(options[1]))
        else:
            reply = caller.get(path)
        assert reply.status == 200, command


def test_clinics_are_led_to_it(served):
    assert CheckedClient(served).get("/en/clinics").all(f"a[@href='{ROOT}/']")


def test_it_needs_no_script_and_no_other_site(page):
    assert all(one.get("src", "/").startswith("/") for one in page.all("*[@src]"))
