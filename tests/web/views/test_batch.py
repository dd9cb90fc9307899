"""A navigator sends a list of visits, sees how it was read, and gets the PDFs as they are made. Nothing of it stays."""

from io import BytesIO
from threading import BoundedSemaphore
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from prep.app import create_app
from prep.clinics.models import Clinic
from prep.pdf.errors import BusyError, FailedError
from prep.pdf.maker import DirectMaker
from prep.pdf.worker import PROBE, render_here
from prep.settings import Settings
from prep.web import batch_file
from tests.page import Page, words
from tests.paper import page_texts

CLINIC = Clinic.model_validate({"slug": "knees", "name": "Knee House", "paper": "a4", "answers": {"side": "left"}})
LIST = b"name,side\nAnn,left\nBo,right\n"
SELDOM = b"name,age,implant\nAnn,old,steel\nBo,new,steel\n"
ONE_BAD = b"name,side\nAnn,left\nBo,lower\n"


@pytest.fixture
def orders():
    """What was given to the renderer."""
    return []


@pytest.fixture
def web(small, orders):
    def render(*order):
        orders.append(order)
        return render_here(*PROBE)

    return create_app(Settings(), small, clinics={"knees": CLINIC}, pdf=DirectMaker(render)).test_client()


def look(web, content, path="/en/batch", name="visits.csv"):
    """Choose a list on the first page."""
    return web.post(path, data={"visits_file": (BytesIO(content), name)}, content_type="multipart/form-data")


def make(web, looked, path="/en/batch", **fields):
    """Press the button of the page that shows how it was read."""
    kept = {one.get("name"): one.get("value") for one in Page(looked).all("input[@type='hidden']")}
    return web.post(path, data={**kept, **fields}, content_type="multipart/form-data", buffered=True)


def send(web, content, path="/en/batch", **fields):
    looked = look(web, content, path)
    return make(web, looked, path, **fields) if looked.status_code == 200 else looked


def members(response) -> dict[str, bytes]:
    assert response.status_code == 200
    assert response.mimetype == "application/zip"
    with ZipFile(BytesIO(response.data)) as read:
        return {name: read.read(name) for name in read.namelist()}


def refused(response, status=422) -> str:
    page = Page(response)
    page.check()
    assert page.status == status
    return page.text


def test_a_list_becomes_a_file_for_each_visit(web, orders):
    made = members(send(web, LIST))
    assert list(made) == ["visit-0002.pdf", "visit-0003.pdf"]
    assert "Row 2: Ann" in orders[0][0]
    assert "http://localhost/" in orders[0][0]


def test_a_row_with_a_mistake_comes_back_to_be_mended(web):
    made = members(send(web, ONE_BAD))
    assert list(made) == ["visit-0002.pdf", "errors.csv"]
    assert "3,Bo,lower," in made["errors.csv"].decode("utf-8-sig")


def test_answers_that_seldom_go_together_are_printed_and_named(web, orders):
    made = members(send(web, SELDOM))
    assert list(made) == ["visit-0002.pdf", "visit-0003.pdf", "please-check.txt"]
    remarks = made["please-check.txt"].decode("utf-8-sig")
    assert remarks.startswith("Row 2: It is printed. Please check implant, age:")
    assert "Row 3" not in remarks
    assert "1 of them to check" in Page(look(web, SELDOM)).text

    send(web, SELDOM, visits_form="one-file")
    cover = orders[-1][0]
    assert cover.count("Check: implant, age") == 1
    assert "steel" not in cover


def test_or_one_file_to_print_with_a_cover(web, orders):
    response = send(web, ONE_BAD, visits_form="one-file")
    assert response.mimetype == "application/pdf"
    assert len(page_texts(response.data)) == 4
    cover = orders[-1][0]
    assert "Ann" in cover
    assert "Check: side" in cover
    assert "lower" not in cover


def test_a_program_sends_the_list_as_it_is(web):
    response = web.post("/en/batch", data=LIST, content_type="text/csv", buffered=True)
    assert len(members(response)) == 2


def test_days_are_read_as_the_navigator_says(web, orders):
    content = b"name,date\nAnn,03/04/2026\n"
    asked = Page(look(web, content))
    asked.check()
    assert "How are days written in this list?" in asked.text
    assert "to check" not in asked.text
    members(send(web, content, visits_dates="day-first"))
    assert "April 3, 2026" in orders[0][0]
    members(send(web, content, visits_dates="neither"))
    assert "April 3" not in orders[1][0]


def test_days_that_another_row_settles_are_not_asked_about(web, orders):
    content = b"name,date\nAnn,03/04/2026\nBo,13/04/2026\n"
    looked = look(web, content)
    assert "How are days written" not in Page(looked).text
    assert "Days with slashes were read day first" in Page(looked).text
    assert b"visits_dates" not in looked.data
    members(make(web, looked))
    assert "April 3, 2026" in orders[0][0]


def test_a_clinics_lists_bear_its_name_its_paper_and_its_usual_answers(web, orders):
    members(send(web, b"name\nAnn\n", "/c/knees/en/batch"))
    html, paper, _size = orders[0]
    assert "Knee House" in html
    assert "http://localhost/c/knees/" in html
    assert "We know little about left knees." in html
    assert paper.value == "a4"


def test_its_pieces_leave_as_they_are_made(web, orders):
    response = web.post("/en/batch", data=LIST, content_type="text/csv")
    pieces = response.iter_encoded()
    assert next(pieces).startswith(b"PK")
    assert len(orders) == 1
    assert sum(1 for _piece in pieces) == 2
    response.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"name,side\n", "There is no visit in the list."),
        (b"%PDF-1.7", "This is a PDF."),
        (b"sep=^\nname^side\nAnn^left\n", "says that “^” stands between the cells."),
        (b"name,side\nAnn,lower\n", "Row 2: Ann side is “lower”. Write one of: “Left”, “Right”, “I’m not sure”."),
        (
            b"name,side\n" + b"Ann,left\n" * 41,
            "Your list has 41 visits; here at most 40 are made at once.",
        ),
        (b"name,side\nAnn,<b>\n", "side is “<b>”."),
    ],
)
def test_what_cannot_be_printed_is_told_on_the_page(web, orders, content, said):
    assert said in refused(send(web, content))
    assert orders == []


def test_programs_are_told_in_json(web):
    response = web.post(
        "/en/batch", data=b"name,side\nAnn,lower\n", content_type="text/csv", headers={"Accept": "application/json"}
    )
    assert response.status_code == 422
    assert response.json["errors"][0]["row"] == 2


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"data": {"side": "left"}}, 415),
        ({"data": b"\x00", "content_type": "application/zip"}, 415),
        ({"data": b"no form", "content_type": "multipart/form-data; boundary=x"}, 400),
        ({"data": b"no form", "content_type": "multipart/form-data"}, 400),
        ({"data": b"name\n" + b"x" * 600_000, "content_type": "text/csv"}, 413),
    ],
)
def test_anything_else_is_refused(web, options, status):
    refused(web.post("/en/batch", **options), status)


def test_a_large_upload_is_refused(web):
    head = b'--x\r\nContent-Disposition: form-data; name="visits_file"; filename="visits.csv"\r\n\r\nname\r\n'
    kind = "multipart/form-data; boundary=x"
    refused(web.post("/en/batch", data=head + b"x" * 600_000 + b"\r\n--x--\r\n", content_type=kind), 413)


def test_forty_full_rows_are_not_too_large(web):
    headings = b"name,with,date,side,age,implant,concerns\n"
    row = "ż".encode() * 80 + b"," + "ż".encode() * 80 + b",2026-11-24,left,new,steel|plastic,pain|dancing|future\n"
    assert sum(name.endswith(".pdf") for name in members(send(web, headings + row * 40))) == 40


def test_an_upload_never_reaches_the_disk(web, monkeypatch):
    def no_file(*_arguments, **_options):
        raise AssertionError("a temporary file")

    monkeypatch.setattr("werkzeug.formparser.SpooledTemporaryFile", no_file)
    monkeypatch.setattr("tempfile.TemporaryFile", no_file)
    assert len(members(send(web, LIST + b"# " + b"x" * 90_000))) == 2


def test_who_comes_when_others_print_keeps_the_list_and_may_try_again(web, monkeypatch):
    monkeypatch.setattr(batch_file, "WAIT_SECONDS", 0.01)
    for _one in range(batch_file.AT_ONCE):
        batch_file._room.acquire()
    try:
        response = send(web, LIST)
        assert "Yours is still here" in refused(response, 503)
        assert response.headers["Retry-After"]
    finally:
        for _one in range(batch_file.AT_ONCE):
            batch_file._room.release()
    assert len(members(make(web, response))) == 2


def test_who_said_how_days_are_written_need_not_say_it_again(web, monkeypatch):
    content = b"name,date\nAnn,03/04/2026\n"
    looked = look(web, content)
    monkeypatch.setattr(batch_file, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(batch_file, "_room", BoundedSemaphore(1))
    with batch_file._room:
        busy = make(web, looked, visits_dates="day-first")
    assert busy.status_code == 503
    assert Page(busy).one("input[@name='visits_dates']").get("value") == "day-first"


def test_who_leaves_before_the_first_piece_makes_room(web):
    for _time in range(2 * batch_file.AT_ONCE):
        response = web.post("/en/batch", data=LIST, content_type="text/csv")
        assert response.status_code == 200
        response.close()


def test_people_at_the_form_come_first_and_a_pdf_that_fails_harms_no_other(small, monkeypatch):
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    tries = []

    def render(html, *_sizes):
        tries.append(html)
        if len(tries) < 3:
            raise BusyError
        if "Ann" in html:
            raise FailedError
        return render_here(*PROBE)

    made = members(send(create_app(Settings(), small, pdf=DirectMaker(render)).test_client(), LIST))
    assert list(made) == ["visit-0003.pdf", "errors.csv"]
    assert "The PDF could not be made." in made["errors.csv"].decode()


def test_a_record_number_goes_no_further_than_the_reading(web, orders):
    content = b"MRN,name,side\n4711,Ann,left\n4712,Bo,lower\n"
    looked = look(web, content)
    assert "Not read, and in no file we make: MRN." in Page(looked).text
    assert b"4711" not in looked.data
    made = members(make(web, looked))
    assert list(made) == ["visit-0002.pdf", "errors.csv"]
    assert not any(b"4712" in content for content in made.values())
    assert "4711" not in orders[0][0]


def test_the_page_shows_row_cell_and_reason_and_says_how_words_were_read(web):
    page = Page(look(web, b"name,side,age,concerns\nAnn,lower,old,pain\nBo,left,new,dancing; future\nCy,lower,,\n"))
    page.check()
    assert "2 to make, 1 of them to check, 1 left out" in page.text
    assert "Row 2: Ann side is “lower”. Write one of: “Left”, “Right”, “I’m not sure”." in page.text
    assert "Row 4: Cy side is “lower”." in page.text


def test_each_person_stands_once_with_all_that_is_to_be_looked_at(web):
    content = b"name,date,side,age,paper\nAnn,soon,lower,old,A3\nBo,soon,left,new,\nCy,,lower,ancient,\n"
    page = Page(look(web, content))
    people = page.all("ul[@class='told']/li")
    assert [words(one.find("b")) for one in people] == ["Row 2: Ann", "Row 3: Bo", "Row 4: Cy"]
    assert [len(one.findall("ul/li")) for one in people] == [3, 1, 2]


def test_cancelled_visits_are_told_apart_from_what_is_to_be_mended(web):
    page = Page(look(web, b"name,status,side\nAnn,,left\nBo,Cancelled,left\nCy,,lower\nDi,No show,\n"))
    page.check()
    assert "1 to make, 1 left out, 2 cancelled" in page.text
    assert "Row 3: Bo status is “Cancelled”. This visit does not take place, so it is left out." in page.text
    assert page.text.index("Row 4: Cy") < page.text.index("These visits are cancelled") < page.text.index("Row 5: Di")


def test_where_all_are_cancelled_each_is_named(web):
    assert "Row 2: Ann status is “Cancelled”." in refused(send(web, b"name,status\nAnn,Cancelled\n"))


def test_a_workbook_is_read_as_it_comes(web):
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Pt name", "Side"])
        sheet.write_row(1, 0, ["Ann", "left"])
    assert list(members(make(web, look(web, written.getvalue(), name="schedule.xlsx")))) == ["visit-0002.pdf"]


def test_rows_that_were_filtered_out_are_named_first_and_again_in_the_zip_file(web):
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, name in enumerate(["Pt name", "Ann", "Bo", "Cy"]):
            sheet.write(line, 0, name)
        sheet.set_row(2, options={"hidden": True})
    looked = look(web, written.getvalue(), name="schedule.xlsx")
    page = Page(looked)
    page.check()
    assert "2 to make, 1 hidden" in page.text
    said = "Row 3 (Bo) is hidden in the workbook, so it is left out."
    assert [words(one) for one in page.all("div[@class='notice']/p")] == [said]
    made = members(make(web, looked))
    assert list(made) == ["visit-0002.pdf", "visit-0004.pdf", "please-check.txt"]
    assert said in made["please-check.txt"].decode("utf-8-sig")


@pytest.mark.parametrize("kept", ["", "{}", "[1]", '{"rows": [{"number": 1, "cells": ["side"], "trouble": 99}]}'])
def test_a_list_that_was_tampered_with_is_refused(web, kept):
    sent = web.post("/en/batch", data={"visits_kept": kept}, content_type="multipart/form-data")
    refused(sent)


def test_the_empty_list_is_what_the_page_takes(web):
    blank = web.get("/en/batch/visits.csv")
    assert blank.headers["Content-Disposition"] == "attachment; filename=visits.csv"
    assert "Row 2 is the example of the empty list" in refused(send(web, blank.data))
    assert len(members(send(web, blank.data.replace(b"Ann Example", b"Ann")))) == 1


def test_the_kit_for_clinics_leads_there(web):
    links = [link.get("href") for link in Page(web.get("/c/knees/en/clinics")).all("a[@href]")]
    assert "/c/knees/en/batch" in links


def test_a_list_of_which_every_row_is_left_out_says_so_above_the_reasons_and_not_the_examples(web):
    looked = look(web, b"name,side\nAnn,lower\n")
    text = Page(looked).text
    assert text.index("No page can be made: every row of this list is left out") < text.index("Row 2: Ann")
    assert "What it understands" not in text


@pytest.fixture
def week():
    """A workbook of three sheets, of which the last is no list."""
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        for day, lines in {"Monday": ["Ann"], "Tuesday": ["Bo", "Cy"], "Notes": []}.items():
            sheet = book.add_worksheet(day)
            for line, row in enumerate([("Pt name", "MRN"), *((name, "48213") for name in lines)] if lines else []):
                sheet.write_row(line, 0, row)
    return written.getvalue()


def test_a_sheet_of_a_workbook_can_be_chosen(web, orders, week):
    first = Page(look(web, week, name="week.xlsx"))
    first.check()
    sheets = {one.get("id"): one for one in first.all("input[@name='visits_sheet']")}
    assert [one.get("checked") is not None for one in sheets.values()] == [True, False, False]
    assert [one.get("disabled") is not None for one in sheets.values()] == [False, False, True]
    assert "1 to make" in first.text
    assert "48213" not in first.text

    second = choose(web, first, "1")
    assert "2 to make" in Page(second).text
    assert "Not read, and in no file we make: MRN." in Page(second).text
    kept = Page(second).one("input[@name='visits_kept']").get("value")
    web.post("/en/batch", data={"visits_kept": kept}, content_type="multipart/form-data", buffered=True)
    assert ["Bo" in order[0] or "Cy" in order[0] for order in orders] == [True, True]


@pytest.mark.parametrize("sheet", ["2", "3", "-1", "x", ""])
def test_a_sheet_that_is_none_is_told(web, week, sheet):
    first = Page(look(web, week, name="week.xlsx"))
    assert "could not be read again" in refused(choose(web, first, sheet))


def test_a_list_behind_a_sheet_of_something_else_can_be_chosen(web):
    written = BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.add_worksheet("Notes").write(0, 0, "Call the lab")
        book.add_worksheet("Monday").write_column(0, 0, ["Pt name", "Ann"])
    looked = look(web, written.getvalue(), name="week.xlsx")
    assert "The first line must name the columns" in refused(looked)
    assert "1 to make" in Page(choose(web, Page(looked), "1")).text


def choose(web, page, sheet):
    """Choose a sheet on the page that shows the first."""
    carried = page.one("input[@name='visits_sheets']").get("value")
    sent = {"visits_sheets": carried, "visits_sheet": sheet}
    return web.post("/en/batch", data=sent, content_type="multipart/form-data", buffered=True)
