"""Whatever arrives, the answer has the right status, plain words and a way onward."""

import json
import logging

import pytest

from tests.page import words

FORM = "application/x-www-form-urlencoded"


def raw(client, body: bytes, content_type=FORM, **options):
    return client.open("/en/checklist", method="POST", data=body, content_type=content_type, **options)


def has_way_onward(page) -> bool:
    return any(link.get("href") == "/en/" for link in page.one("main").iter("a")) or bool(page.all("button"))


@pytest.mark.parametrize(
    ("path", "method", "status", "heading"),
    [
        ("/nowhere", "GET", 404, "There is no such page"),
        ("/xx/", "GET", 404, "There is no such page"),
        ("/xx/checklist", "POST", 404, "There is no such page"),
        ("/en/checklist", "GET", 405, "This page opens from the form"),
        ("/en/", "DELETE", 405, "This page opens from the form"),
        ("/en/privacy", "POST", 405, "This page opens from the form"),
        ("/static/../questions.yaml", "GET", 404, "There is no such page"),
    ],
)
def test_wrong_addresses_and_methods(client, path, method, status, heading):
    page = client.open(path, method=method)
    assert (page.status, page.heading) == (status, heading)
    assert has_way_onward(page)


def test_a_405_says_what_is_allowed(client):
    assert client.get("/en/checklist").response.headers["Allow"] == "OPTIONS, POST"


@pytest.mark.parametrize(
    "body", [b"stage=\xff\xfe", b"stage=%ff", b"&".join(b"a=b" for _ in range(2000))], ids=["raw", "quoted", "many"]
)
def test_what_cannot_be_read_is_refused(client, body):
    page = raw(client, body)
    assert (page.status, page.heading) == (400, "We could not read what was sent")
    assert has_way_onward(page)


def test_a_10_megabyte_body(client):
    page = raw(client, b"printed_name=" + b"a" * 10_000_000)
    assert (page.status, page.heading) == (413, "That was too much text")


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_something_that_is_no_form(client, kind):
    assert raw(client, b'{"stage": "early"}', content_type=kind).status == 415


@pytest.mark.parametrize("field", ["stage", "concerns", "treatments-now"])
def test_an_unknown_option_is_named_and_nothing_else_is_lost(client, bank, field):
    answers = {"stage": "early", "printed_name": "Ann", "menopause": "after", field: "nonsense"}
    page = client.list_for(**answers)
    assert page.status == 422
    link = page.one("section[@role='alert']").find(".//a")
    assert words(link).startswith(bank.field(field).label)
    assert link.get("href") == f"#{field}"
    assert page.one("input[@name='printed_name']").get("value") == "Ann"
    assert page.chosen("menopause") == ["after"]


def test_two_answers_where_one_is_asked_for(client):
    page = client.post("/en/checklist", [("stage", "early"), ("stage", "dcis")])
    assert page.status == 422
    assert "Choose only one answer here." in page.text


def test_a_field_that_nobody_knows_is_ignored(client):
    assert client.list_for(stage="early", nonsense="yes").status == 200


def test_a_name_of_10000_letters_is_kept_in_the_form_with_a_message(client):
    page = client.list_for(stage="early", printed_name="a" * 10_000)
    assert page.status == 422
    field = page.one("input[@name='printed_name']")
    assert field.get("value") == "a" * 10_000
    assert field.get("aria-invalid") == "true"
    assert "at most 80 characters" in page.text
    assert page.chosen("stage") == ["early"]


def test_a_day_that_is_none_is_named(client):
    page = client.list_for(printed_date="31/31/2026")
    assert page.status == 422
    assert "Choose the day of the visit, or leave it empty." in page.text


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "😀 Ünal"]
)
def test_whatever_is_typed_is_shown_as_typed(client, typed):
    page = client.list_for(stage="early", printed_name=typed)
    assert page.status == 200
    assert page.one("input[@name='printed_name']").get("value") == typed
    scripts = [script.get("src") for script in page.all("script")]
    assert all(script.startswith("/static/") for script in scripts)
    assert len(scripts) == len(client.list_for().all("script"))


def test_a_helped_persons_name_is_said_as_typed(client):
    page = client.post("/en/take", {"list_for": "helper", "printed_name": "Ann <b>Lee</b> &amp;"})
    assert "I am here for Ann <b>Lee</b> &amp;." in page.text


def test_an_unknown_kind_of_file_keeps_the_answers(client):
    page = client.list_for(stage="early", format="docx")
    assert page.status == 400
    assert "as a PDF or as text only" in page.text
    assert ("stage", "early") in page.fields()
    assert client.post("/en/checklist", page.fields()).heading == "Your questions"


def test_unknown_paper_keeps_the_answers(client):
    page = client.list_for(stage="early", format="pdf", pack_paper="a0")
    assert page.status == 400
    assert ("stage", "early") in page.fields()
    assert client.post("/en/checklist", page.fields()).heading == "Your questions"


@pytest.fixture
def broken_pdf(monkeypatch):
    def fail(checklist, *_arguments):
        raise RuntimeError(checklist.visit.name, checklist.page_one[0].reasons)

    monkeypatch.setattr("prep.export.formats.to_pdf", fail)


@pytest.mark.usefixtures("broken_pdf")
def test_a_fault_of_ours_keeps_the_answers_and_offers_to_try_again(client):
    page = client.list_for(stage="early", printed_name="Ann", format="pdf")
    assert (page.status, page.heading) == (500, "Something went wrong on our side")
    assert ("stage", "early") in page.fields()
    assert ("printed_name", "Ann") in page.fields()
    assert "Traceback" not in page.text


@pytest.mark.usefixtures("broken_pdf")
def test_the_log_of_a_fault_shows_where_but_not_what_was_typed(client, caplog):
    with caplog.at_level(logging.ERROR):
        client.list_for(stage="early", printed_name="Ann", format="pdf")
    assert "RuntimeError" in caplog.text
    assert "prep/web/views/checklist.py" in caplog.text
    assert "Ann" not in caplog.text
    assert "stage 1 or 2" not in caplog.text


@pytest.mark.parametrize(("path", "method", "status"), [("/nowhere", "GET", 404), ("/en/checklist", "GET", 405)])
def test_callers_that_want_json_get_json(client, path, method, status):
    page = client.open(path, method=method, headers={"Accept": "application/json"})
    problem = json.loads(page.response.data)
    assert page.response.mimetype == "application/problem+json"
    assert (page.status, problem["status"]) == (status, status)
    assert problem["title"]


def test_a_json_caller_learns_which_answer_is_wrong(client):
    page = raw(client, b"stage=nonsense", headers={"Accept": "application/json"})
    problem = json.loads(page.response.data)
    assert page.status == 422
    assert problem["errors"] == {"stage": "Choose one of the answers shown, or “I’m not sure”."}
