"""A clinic's patients see its name, colours and numbers on every page and on paper, and stay within its pages."""

import pytest

from prep.app import create_app
from prep.clinics.loader import load
from prep.clinics.models import Clinic
from prep.i18n import Translator
from prep.settings import Settings
from prep.web.site import renew
from tests.conftest import CLINICS, CheckedClient
from tests.page import words

FORM = "/c/riverside/en/"
LIST = "/c/riverside/en/checklist"
TAKE = "/c/riverside/en/take"
OPEN_TO_ALL = ("/static/", "#", "tel:", "mailto:", "http://", "https://", "/forget.svg", "/offers-")
NUMBERS = ("(555) 010-0100", "(555) 010-0199 ext. 7", "911")


def clinic_pages(client):
    yield client.get(FORM)
    yield client.post(FORM, {"stage": "early"})
    yield client.post(LIST, {"stage": "metastatic", "concerns": "outlook"})
    yield client.post(LIST, {"stage": "nonsense"})
    yield client.post(TAKE, {"stage": "early", "printed_date": "2026-12-01"})
    yield client.post(LIST, {"stage": "early", "format": "docx"})
    yield client.post(LIST, {"stage": "early"}, headers={"Sec-Fetch-Site": "cross-site"})
    yield from (client.get(FORM + name) for name in ("privacy", "sources", "accessibility", "cleared", "left"))
    yield from (client.get(FORM + name) for name in ("nowhere", "checklist"))


def test_every_page_carries_the_clinics_name_and_colours(client):
    for page in clinic_pages(client):
        if page.heading != "Goodbye":  # says nothing about anyone
            brand = page.one("a[@class='brand']")
            assert words(brand) == "Riverside Cancer Center"
            assert brand.get("href") == FORM
            assert brand.find("img").get("src").startswith("/c/riverside/logo-")
            assert any(sheet.get("href") == "/c/riverside/colors-7a1f5c.css" for sheet in page.all("link"))
            assert words(page.one("title")).endswith("– Riverside Cancer Center")


def test_every_link_and_form_stays_within_the_clinic(client):
    for page in clinic_pages(client):
        for element in page.tree.iter():
            for name in ("href", "src", "action", "formaction"):
                address = element.get(name, "/c/riverside/")
                assert address.startswith(("/c/riverside/", *OPEN_TO_ALL)), (page.heading, address)


def test_the_neutral_tool_knows_no_clinic(client):
    page = client.get("/en/")
    assert words(page.one("a[@class='brand']")) == "Visit Prep"
    assert "/c/" not in page.response.get_data(as_text=True)
    assert "Riverside" not in client.list_for(stage="early").text


def test_logo_and_colours_come_from_our_own_address(client, clinics):
    page = client.get(FORM)
    logo = client.get(page.one("a[@class='brand']").find("img").get("src")).response
    assert (logo.status_code, logo.mimetype, logo.data) == (200, "image/svg+xml", clinics["riverside"].logo.content)
    assert logo.headers["Content-Security-Policy"].endswith("sandbox"), "no script in it may run"
    colors = client.get("/c/riverside/colors-7a1f5c.css").response.get_data(as_text=True)
    assert colors.startswith("html:root { --accent: #7a1f5c; --accent-strong: #")
    assert "@media (prefers-color-scheme: dark) { html:root { --accent: #d473ae;" in colors
    assert [client.get(f"/c/{path}").status for path in ("riverside/colors-x.css", "hill/logo-x")] == [404, 404]
    assert [client.get(f"/c/hill/colors-{version}.css").status for version in ("None", "x")] == [404, 404]


def test_the_clinics_answers_come_ticked_and_can_be_changed(client):
    page = client.get(FORM)
    assert page.chosen("stage") == ["metastatic"]
    assert page.chosen("concerns") == ["side-effects", "trials"]
    changed = client.post(FORM, {"stage": "early"})
    assert (changed.chosen("stage"), changed.chosen("concerns")) == (["early"], [])
    assert client.get("/en/").chosen("stage") == []


def test_the_list_tells_how_to_reach_the_clinic(client):
    page = client.post(LIST, {"stage": "early"})
    contact = page.one("section[@class='contact']")
    links = [link.get("href") for link in contact.iter("a")]
    assert links == ["tel:5550100100", "tel:5550100199,7", "tel:911", "https://portal.riverside.example"]
    assert all(number in words(contact) for number in NUMBERS)


def test_support_stands_with_the_sensitive_questions(client):
    (fold,) = client.post(LIST, {"stage": "metastatic", "concerns": "outlook"}).folds("time and what lies ahead")
    assert "Riverside Support Line: 555-010-0123 (any day, 8 am to 8 pm)" in words(fold)


def test_a_clinic_that_sets_nothing_looks_like_the_neutral_tool(client):
    page = client.post("/c/hill/en/checklist", {"stage": "early"})
    assert words(page.one("a[@class='brand']")) == "Hill Clinic"
    assert page.all("section[@class='contact']") == []
    assert client.post("/c/hill/en/take", page.fields()).chosen("pack_paper") == ["letter"]


def test_the_usual_paper_is_the_clinics(client):
    page = client.post(LIST, {"stage": "early"})
    assert client.post(TAKE, page.fields()).chosen("pack_paper") == ["a4"]
    assert client.post(TAKE, {"stage": "early", "pack_paper": "letter"}).chosen("pack_paper") == ["letter"]


def test_the_picture_of_the_page_has_the_clinics_colour_by_night_too(client):
    colors = client.get("/c/riverside/colors-7a1f5c.css").response.text
    assert colors.count("--paper-accent: #7a1f5c") == 1, "paper is white by night, too"


def test_the_text_names_the_numbers(client):
    text = client.post(LIST, {"stage": "early", "format": "txt"}).response.get_data(as_text=True)
    assert "RIVERSIDE CANCER CENTER\nBy day: (555) 010-0100\nNights and weekends: (555) 010-0199 ext. 7" in text


@pytest.mark.slow
def test_the_pdf_shows_clinic_and_numbers_where_others_write_them_by_hand(client, pdf_text):
    text = pdf_text(client.post(LIST, {"stage": "metastatic", "format": "pdf"}).response.data)
    front, back = text.split("What to say")
    assert "Riverside Cancer Center" in front
    assert "localhost/c/riverside" in back
    for number in NUMBERS[:2]:
        assert number in front
        assert number in back
    assert "In an emergency, call: 911" in back
    assert "Riverside Support Line: 555-010-0123" in back


@pytest.mark.parametrize("path", ["/c/nowhere/en/", "/c/nowhere/", "/c/nowhere/en/what", "/c/nowhere/xx/"])
def test_an_unknown_clinic_leads_to_the_neutral_tool(client, path):
    page = client.get(path)
    assert (page.status, page.heading) == (404, "We do not know this clinic")
    assert page.one("a[@class='button']").get("href") == "/en/"


def test_an_answer_sent_to_an_unknown_clinic_is_not_lost(client):
    page = client.post("/c/nowhere/en/checklist", {"stage": "early"})
    assert page.status == 404
    assert ("stage", "early") in page.fields()
    assert page.one("form").get("action") == "/en/checklist"


def test_the_start_leads_to_a_language_that_the_clinic_offers(small):
    languages = {lang: Translator(lang) for lang in ("en", "es", "de")}
    clinic = Clinic(slug="a", name="A", languages=("de", "es"))
    client = CheckedClient(create_app(Settings(), small, languages, {"a": clinic}))
    for accepted, found in (("en", "de"), ("es-MX", "es"), ("", "de")):
        answer = client.get("/c/a/", headers={"Accept-Language": accepted}).response
        assert answer.headers["Location"] == f"/c/a/{found}/"
    assert [client.get(f"/c/a/{lang}/").status for lang in ("de", "en")] == [200, 404]
    assert client.get("/en/").status == 200


def test_new_clinics_take_the_place_of_the_old(bank, clinics):
    app = create_app(Settings(), bank, clinics=clinics)
    renew(app, bank, {"lake": Clinic(slug="lake", name="Lake Clinic")})
    client = CheckedClient(app)
    assert [client.get(f"/c/{slug}/en/").status for slug in ("lake", "riverside")] == [200, 404]


def test_the_log_names_no_clinic(client, caplog):
    with caplog.at_level("INFO"):
        client.get(FORM)
    assert "GET /c/<clinic>/<lang>/ 200" in caplog.text
    assert "riverside" not in caplog.text


def test_a_reread_file_is_the_same(bank, clinics):
    assert load(CLINICS, bank, ["en"]) == clinics


def test_an_answer_that_comes_ticked_can_be_taken_back_without_scripts(client):
    form = client.get("/c/riverside/en/")
    values = [box.get("value") for box in form.all("input[@name='stage']")]
    assert (form.chosen("stage"), values[-1], values.count("")) == (["metastatic"], "", 1)
    assert words(form.one("label[@for='stage-no_answer']")) == "No answer"
    page = client.post("/c/riverside/en/checklist", {"stage": "", "concerns": "trials"})
    assert page.status == 200
    assert "stage" not in dict(page.fields())
    again = client.post("/c/riverside/en/", {"stage": "", "concerns": "trials"})
    assert again.chosen("stage") == [""]


def test_only_a_choice_that_comes_ticked_offers_no_answer(client):
    form = client.get("/c/riverside/en/")
    assert [box.get("name") for box in form.all("input[@value='']") if box.get("type") == "radio"] == ["stage"]
    assert not [box for box in client.get("/en/").all("input[@value='']") if box.get("type") == "radio"]
