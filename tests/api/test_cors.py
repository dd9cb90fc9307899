"""Pages of a clinic's own sites may call the API from a browser, and no others; programs may, whoever they are."""

import pytest

CLINICS = {"Origin": "https://www.riverside.example", "Sec-Fetch-Site": "cross-site"}
OTHERS = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        (CLINICS, 200),
        ({"Origin": "https://www.riverside.example"}, 200),
        (OTHERS, 403),
        (CLINICS | {"Origin": "https://www.riverside.example.elsewhere.example"}, 403),
        (CLINICS | {"Origin": "http://www.riverside.example"}, 403),
        (CLINICS | {"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
def test_who_may_post(caller, headers, status):
    assert caller.post("/questions", {}, headers=headers).status == status


def test_a_clinics_page_may_read_what_it_asked_for(caller):
    for reply in (
        caller.post("/questions", {}, headers=CLINICS),
        caller.get("/bank", headers=CLINICS),
        caller.get("/fields/nose", headers=CLINICS),
        caller.post("/questions", {"x": 1}, headers=CLINICS),
    ):
        assert reply.header["Access-Control-Allow-Origin"] == "https://www.riverside.example"
        assert "Origin" in reply.header["Vary"]
        assert "Access-Control-Allow-Credentials" not in reply.header


def test_its_browser_may_ask_first(caller):
    asked = CLINICS | {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    reply = caller.ask("OPTIONS", "/checklist", headers=asked)
    assert reply.status == 200
    assert reply.header["Access-Control-Allow-Headers"] == "Content-Type"
    assert "POST" in reply.header["Access-Control-Allow-Methods"]


@pytest.mark.parametrize("headers", [{}, OTHERS, {"Origin": "null"}, {"Origin": "*"}])
def test_nobody_else_may(caller, headers):
    for method, path in (("GET", "/bank"), ("OPTIONS", "/checklist"), ("POST", "/checklist")):
        names = {name for name, _value in caller.ask(method, path, headers=headers, json={}).header}
        assert not any(name.startswith("Access-Control") for name in names)


def test_a_clinics_page_may_still_not_post_the_form(served):
    assert served.test_client().post("/en/checklist", headers=CLINICS).status_code == 403
