"""On a shared computer each page says so to the next, and carries the times after which it clears itself."""

from werkzeug.datastructures import MultiDict

from prep.app import create_app
from prep.clinics.models import Clinic
from prep.settings import Settings
from prep.web import shared_computer
from tests.conftest import CheckedClient


def test_a_form_that_says_so_is_answered_so(app):
    with app.test_request_context("/en/checklist", method="POST"):
        app.preprocess_request()
        assert not shared_computer.is_shared()
        assert list(shared_computer.fields()) == []
        shared_computer.heed(MultiDict({shared_computer.FIELD: "yes"}))
        assert shared_computer.is_shared()
        assert list(shared_computer.fields()) == [(shared_computer.FIELD, "yes")]


def test_a_clinic_can_say_so_for_all_its_pages(bank):
    clinic = Clinic(slug="desk", name="Desk Clinic", shared_computer=True)
    client = CheckedClient(create_app(Settings(), bank, clinics={"desk": clinic}))
    for page in (client.get("/c/desk/en/"), client.post("/c/desk/en/checklist", {"stage": "early"})):
        asks = page.one("section[@role='alertdialog']")
        assert (asks.get("data-idle"), asks.get("data-warning")) == ("600", "120")
        assert page.response.headers["Cache-Control"] == "no-store"


def test_the_pdf_cannot_keep_the_answers_there(client):
    listed = client.list_for(stage="early", shared_computer="yes")
    taken = client.post("/en/take", [*listed.fields(), ("pack_keep_answers", "yes")])
    assert not taken.all("input[@name='pack_keep_answers']")
    paper = client.post("/en/checklist", [*listed.fields(), ("pack_keep_answers", "yes"), ("format", "pdf")])
    assert "with my answers" not in paper.response.headers["Content-Disposition"]


def test_nothing_clears_itself_on_a_computer_of_ones_own(client):
    for page in (client.get("/en/"), client.list_for(stage="early")):
        assert not page.all("*[@data-idle]")
        assert not any("idle" in script.get("src", "") for script in page.all("script"))
