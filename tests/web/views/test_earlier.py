"""A person comes back with the PDF that remembers, and goes on from there. Nothing of it stays with us."""

import json
import random
from io import BytesIO

import pytest
from pypdf import PdfWriter

from prep.app import create_app
from prep.checklist.saved_list import SavedList
from prep.checklist.saved_list_faults import Fault
from prep.clinics.models import Clinic
from prep.pdf.errors import BusyError, OverrunError
from prep.pdf.maker import DirectMaker
from prep.pdf.worker import render_here
from prep.settings import Settings
from prep.web.forms.earlier_file import MAX_BYTES
from tests.conftest import CheckedClient
from tests.page import Page, words
from tests.paper import read
from tests.pdf.test_earlier_pdf import blank, rewritten, ticking

LATER = {"stage": "metastatic", "er-pr": "positive", "her2": "negative", "treatment": "stopped-working"}
VISIT = {"printed_name": "Zoë Lee", "printed_date": "2026-11-24", "printed_with": "Dr. Quux", "list_for": "helper"}
KEEP = ("pack_keep_answers", "yes")
KNEES = b'{"answers": {"side": "left"}}'


@pytest.fixture
def knees(small) -> CheckedClient:
    """The site with a small bank, which is sooner there."""
    return CheckedClient(create_app(Settings(), small))


def sent_file(content: bytes) -> dict:
    """Return a chosen file as a browser sends it."""
    head = b'Content-Disposition: form-data; name="earlier_file"; filename="visit.pdf"'
    body = b"--q7z\r\n" + head + b"\r\n\r\n" + content + b"\r\n--q7z--\r\n"
    return {"data": body, "content_type": "multipart/form-data; boundary=q7z"}


def comes_back(client, content, path="/en/earlier", **options) -> Page:
    return client.open(path, method="POST", **sent_file(content), **options)


def takes_along(client, page, *more) -> bytes:
    answer = client.post("/en/checklist", [*page.fields(), *more, ("format", "pdf")])
    assert answer.response.mimetype == "application/pdf", answer.text
    return answer.response.data


def goes_on(client, found, *asked) -> Page:
    return client.post("/en/checklist", [*found.fields(), *(("list_asked", question) for question in asked)])


def told(page) -> str:
    return words(page.one("section[@class='summary']/p"))


def made_ones_own(client) -> Page:
    page = client.post("/en/checklist", LATER | VISIT)
    page = client.post("/en/checklist", [*page.fields(), ("list_do", f"drop {page.kept()[5]}")])
    page = client.post("/en/checklist", [*page.fields(), ("list_do", f"star {page.kept()[7]}")])
    sent = [(name, "May I travel in June?" if name == "words_new" else value) for name, value in page.fields()]
    page = client.post("/en/checklist", [*sent, ("list_do", "write")])
    assert "own_1" in page.kept()
    return page


def afresh(client, page) -> Page:
    """Return the same list with nothing to undo, as it is first shown."""
    return client.post("/en/checklist", [pair for pair in page.fields() if pair[0] != "list_earlier"])


@pytest.mark.slow
def test_who_changes_nothing_has_the_same_list_and_the_same_pdf_to_the_byte(client):
    page = made_ones_own(client)
    choices = [(name, value) for name, value in page.fields() if not name.startswith("pack_")]
    choices += [("pack_extent", "notes"), ("pack_about", "off"), ("pack_paper", "a4"), ("pack_print", "large")]
    page = client.post("/en/checklist", choices)
    kept = takes_along(client, page, KEEP)

    found = comes_back(client, kept)
    assert found.heading == "We found your list"
    assert "It was made for the visit on November 24, 2026. There are 12 questions on the page." in found.text
    assert "What is different now" not in found.text

    again = goes_on(client, found)
    assert sorted(again.fields()) == sorted(afresh(client, page).fields())
    assert again.text == afresh(client, page).text
    assert takes_along(client, again, KEEP) == kept


@pytest.mark.slow
def test_what_is_ticked_in_the_pdf_comes_ticked_and_off_the_list(client):
    page = made_ones_own(client)
    asked = [page.kept()[0], page.kept()[4], "own_1"]
    kept = rewritten(takes_along(client, page, KEEP), ticking(*asked))
    found = comes_back(client, kept)
    assert sorted(found.chosen("list_asked")) == sorted(asked)
    ticked = [("list_asked", question) for question in found.chosen("list_asked")]
    assert ticked == [pair for pair in found.fields() if pair[0] == "list_asked"]

    again = goes_on(client, found)
    assert sorted(again.kept()) == sorted(set(page.kept()) - set(asked))
    undone = client.post("/en/checklist", [*again.fields(), ("list_do", "undo")])
    assert sorted(undone.kept()) == sorted(page.kept())


@pytest.mark.slow
def test_a_copy_without_boxes_keeps_the_answers_and_asks_for_the_ticks(client):
    def flatten(writer):
        del writer.root_object["/AcroForm"]

    page = client.post("/en/checklist", LATER)
    found = comes_back(client, rewritten(takes_along(client, page, KEEP), flatten))
    assert "This file cannot tell us which ones you ticked, so please tick them here." in found.text
    assert found.chosen("list_asked") == []
    assert goes_on(client, found, page.kept()[0]).kept() == page.kept()[1:]


@pytest.mark.slow
def test_the_file_says_in_its_name_that_answers_are_in_it(client):
    page = client.post("/en/take", LATER)
    assert page.chosen("pack_keep_answers") == [], "it is never ticked by itself"
    for more, name in (((), "Questions for my visit.pdf"), ((KEEP,), "Questions for my visit, with my answers.pdf")):
        answer = client.post("/en/checklist", [*page.fields(), *more, ("format", "pdf")])
        assert answer.response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert len(list(read(answer.response.data).attachment_list)) == len(more)


def test_the_tick_stays_while_the_list_is_changed_and_is_told_what_it_means(knees):
    page = knees.post("/en/take", [("side", "left"), KEEP])
    assert page.chosen("pack_keep_answers") == ["yes"]
    assert "Whoever has it can read all your answers." in page.text
    assert KEEP in knees.post("/en/checklist", page.fields()).fields()
    assert KEEP in knees.post("/en/", page.fields()).fields()


def test_the_start_page_leads_there_and_back(knees):
    assert "/en/earlier" in [link.get("href") for link in knees.get("/en/").all("main//a")]
    page = knees.get("/en/earlier")
    assert page.heading == "Go on from an earlier list"
    assert "/en/" in [link.get("href") for link in page.all("main//a")]


def test_what_programs_post_to_print_a_list_can_be_gone_on_from(knees):
    found = comes_back(knees, b"\xef\xbb\xbf \n" + KNEES)
    assert "This file cannot tell us" in found.text
    assert "left-cartilage" in goes_on(knees, found).kept()


def test_a_newer_bank_tells_what_is_different(knees):
    old = SavedList.model_validate_json(KNEES).model_dump(mode="json", exclude_none=True)
    old |= {
        "bank": "0",
        "answers": {"side": ["left"], "shoe-size": ["very-large"]},
        "page": [
            {"id": "old-crutches", "text": "Do I need <my> crutches?"},
            {"id": "last-dance", "text": "Last dance?"},
        ],
    }
    found = comes_back(knees, json.dumps(old).encode())
    assert "What is different now" in found.text
    assert (
        "We no longer offer these. You can still ask them: write them down as your own. Do I need <my> crutches?"
        in (found.text)
    )
    assert "You find them under “Add more questions”. Last dance?" in found.text
    assert "These are new on the page: Is the cartilage in my left knee worn?" in found.text
    assert "You can look at the form again. shoe size very large" in found.text
    assert [box.get("value") for box in found.all("input[@name='list_asked']")] == ["last-dance"]


def test_answers_that_seldom_go_together_are_asked_about_only_if_the_bank_is_another(knees):
    odd = {"answers": {"age": ["old"], "implant": ["steel"]}, "as_is": True}
    asked = goes_on(knees, comes_back(knees, json.dumps(odd | {"bank": "0"}).encode()), "walk")
    assert "One quick check" in asked.text
    assert ("list_asked", "walk") in asked.fields()
    listed = goes_on(knees, comes_back(knees, json.dumps(odd | {"bank": "1"}).encode()))
    assert listed.heading == "Your questions"


def test_a_clinics_patients_come_back_to_their_clinic(small):
    clinic = Clinic.model_validate({"slug": "knees", "name": "Knee House", "paper": "a4"})
    client = CheckedClient(create_app(Settings(), small, clinics={"knees": clinic}))
    found = comes_back(client, KNEES, "/c/knees/en/earlier")
    assert found.one("form").get("action") == "/c/knees/en/checklist"
    assert ("pack_paper", "a4") in found.fields()


def broken(fault) -> bytes:
    locked = rewritten(blank(), lambda writer: writer.encrypt("secret", algorithm="RC4-128"))
    return {
        Fault.NO_FILE: b"",
        Fault.WRONG_KIND: b"PK\x03\x04 a picture, say",
        Fault.TOO_LARGE: b"{" + b" " * 300_000,
        Fault.ENCRYPTED: locked,
        Fault.DAMAGED: b"%PDF-1.7 and then nothing",
        Fault.NO_LIST: blank(),
        Fault.OTHER_ATTACHMENT: blank(lambda writer: writer.add_attachment("invoice.xml", b"<invoice/>")),
        Fault.TOO_MUCH_INSIDE: blank(lambda writer: writer.add_attachment("visit-prep.json", b" " * 300_000)),
        Fault.OTHER_SHAPE: b'{"diary": "dear"}',
        Fault.NEWER: b'{"format": 2}',
    }[fault]


@pytest.mark.parametrize("fault", [fault for fault in Fault if fault is not Fault.TOO_HARD])
def test_whatever_is_wrong_with_a_file_is_said_and_another_can_be_chosen(knees, fault):
    page = comes_back(knees, broken(fault))
    assert page.status in {413, 415, 422}
    assert told(page) == fault.value
    assert page.one("input[@type='file']") is not None


def test_a_list_of_the_wrong_shape_in_a_pdf_is_said(knees):
    page = comes_back(knees, blank(lambda writer: writer.add_attachment("visit-prep.json", b'{"format": 3}')))
    assert told(page) == Fault.NEWER.value


def test_an_upload_beyond_the_limit_is_said(knees):
    page = comes_back(knees, b"%PDF-" + b"x" * MAX_BYTES)
    assert (page.status, told(page)) == (413, Fault.TOO_LARGE.value)


class Full(DirectMaker):
    def place(self, _client):
        raise BusyError


def test_who_finds_no_place_may_try_again(small):
    client = CheckedClient(create_app(Settings(), small, pdf=Full(render_here)))
    page = comes_back(client, blank())
    assert (page.status, page.response.headers["Retry-After"]) == (503, "5")
    assert "Please choose your file again in a moment." in told(page)
    assert comes_back(client, KNEES).status == 200, "no place is needed where there is no PDF"


def test_a_file_that_takes_too_long_is_said(knees, monkeypatch):
    def takes_long(_job):
        raise OverrunError

    monkeypatch.setattr("prep.pdf.jobs.ReadJob.run", takes_long)
    assert told(comes_back(knees, blank())) == Fault.TOO_HARD.value


def test_programs_are_told_in_json(knees):
    page = comes_back(knees, b'{"format": 2}', headers={"Accept": "application/json"})
    assert (page.status, page.response.json["title"]) == (422, Fault.NEWER.value)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"data": {"side": "left"}}, 415),
        ({"data": KNEES, "content_type": "application/json"}, 415),
        ({"data": b"no form", "content_type": "multipart/form-data; boundary=x"}, 400),
        ({"data": b"no form", "content_type": "multipart/form-data"}, 400),
    ],
)
def test_anything_else_is_refused(knees, options, status):
    assert knees.open("/en/earlier", method="POST", **options).status == status


def test_nobody_else_may_send_a_file_in_our_name(knees):
    assert comes_back(knees, KNEES, headers={"Sec-Fetch-Site": "cross-site"}).status == 403


def test_a_file_never_reaches_the_disk(knees, monkeypatch):
    def no_file(*_arguments, **_options):
        raise AssertionError("a temporary file")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", no_file)
    monkeypatch.setattr("tempfile.TemporaryFile", no_file)
    padded = KNEES + b" " * 200_000
    assert comes_back(knees, padded).heading == "We found your list"
    assert comes_back(knees, blank(lambda writer: writer.add_attachment("visit-prep.json", padded))).status == 200


def test_the_log_tells_nothing_of_what_was_in_it(knees, caplog, capfd):
    caplog.set_level("DEBUG")
    secret = {"answers": {"side": "left"}, "visit": {"name": "Xanthippe"}, "diary": "Xanthippe"}
    comes_back(knees, json.dumps(secret).encode())
    comes_back(knees, b"%PDF-1.4 Xanthippe")
    comes_back(knees, blank(lambda writer: writer.add_attachment("visit-prep.json", b'{"Xanthippe": 1}')))
    assert "Xanthippe" not in caplog.text
    out, err = capfd.readouterr()
    assert "Xanthippe" not in out + err


@pytest.mark.slow
def test_a_thousand_damaged_lists_are_refused_or_read_and_nothing_fails(small):
    app = create_app(Settings(), small)
    client = app.test_client()
    page = CheckedClient(app).post("/en/checklist", [("side", "left"), *VISIT.items()])
    whole = next(read(takes_along(CheckedClient(app), page, KEEP)).attachment_list).content
    chance = random.Random(20261130)  # noqa: S311  # the same files each time
    statuses = []
    for _one in range(1000):
        changed = bytearray(whole)
        for _change in range(chance.randrange(1, 8)):
            place = chance.randrange(len(changed))
            match chance.randrange(3):
                case 0:
                    changed[place] ^= 1 << chance.randrange(8)
                case 1:
                    del changed[place : place + chance.randrange(1, 30)]
                case 2:
                    piece = changed[place : place + 40]
                    changed[place:place] = piece
        answer = client.post("/en/earlier", **sent_file(bytes(changed)))
        statuses.append(answer.status_code)
        if answer.status_code == 200:
            found = Page(answer)
            found.check()
            assert goes_on(CheckedClient(app), found).status in {200, 422}
    assert set(statuses) <= {200, 415, 422}
    assert 422 in statuses


def test_an_empty_pdf_writer_is_no_list(knees):
    written = BytesIO()
    PdfWriter().write(written)
    assert comes_back(knees, written.getvalue()).status == 422
