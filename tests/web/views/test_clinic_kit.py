"""The kit: what a web editor copies, what is printed, and what a privacy officer checks."""

import re
from pathlib import Path

import html5lib
import pytest

from prep.app import create_app
from prep.clinics.loader import load
from prep.editorial.lint.reading_grade import measure
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from prep.web.privacy_claims import CLAIMS
from tests.conftest import CLINICS, CheckedClient
from tests.page import words
from tests.paper import page_texts, read
from tests.verapdf import violations

ROOT = Path(__file__).parents[3]
KIT = "/c/riverside/en/clinics"
CODE = "QR code that leads to http://localhost/c/riverside/"
MOST_LETTERS = 1000
"""What portals take in one message."""


def snippet(page, name):
    """Return what a snippet puts into a page."""
    text = page.one(f"textarea[@id='snippet-{name}']").text
    return html5lib.parseFragment(text, namespaceHTMLElements=False)


def test_the_snippets_lead_to_this_clinic(client):
    page = client.get(KIT)
    script = snippet(page, "script").find("script")
    assert script.get("src") == "http://localhost/embed.js"
    assert (script.get("data-clinic"), script.get("data-lang")) == ("riverside", "en")
    assert snippet(page, "script").find("a").get("href") == "http://localhost/c/riverside/"
    assert snippet(page, "link").find("a").get("href") == "http://localhost/c/riverside/"
    for name in ("iframe", "wordpress"):
        frame = snippet(page, name).find("iframe")
        assert frame.get("src") == "http://localhost/c/riverside/en/"
        assert frame.get("title")
        assert set(frame.get("sandbox").split()) == {
            "allow-forms", "allow-same-origin", "allow-scripts", "allow-downloads", "allow-popups"
        }  # fmt: skip
    assert page.one("textarea[@id='snippet-wordpress']").text.strip().startswith("<!-- wp:html -->")


def test_the_kit_tells_what_is_set(client):
    text = client.get(KIT).text
    assert "https://www.riverside.example" in text
    assert "Stage 4 (IV): metastatic" in text
    assert "Languages: English" in text


def test_a_clinic_without_sites_is_told_how_to_get_a_frame(client):
    page = client.get("/c/hill/en/clinics")
    assert "No site may show the pages in a frame yet" in page.text
    assert [area.get("id") for area in page.all("textarea")] == ["message", "snippet-link"]


def test_a_clinic_is_chosen_by_its_name(client):
    page = client.get("/en/clinics")
    links = {words(link): link.get("href") for link in page.one("ul[@class='choices']").iter("a")}
    assert links == {"Hill Clinic": "/c/hill/en/clinics", "Riverside Cancer Center": KIT}


def many(clinics, number):
    """Return so many clinics."""
    hill = clinics["hill"]
    return {f"hill-{index}": hill.model_copy(update={"slug": f"hill-{index}"}) for index in range(number)}


def test_of_many_clinics_one_is_chosen_in_a_field(small, clinics):
    client = CheckedClient(create_app(Settings(), small, clinics=many(clinics, 31)))
    page = client.get("/en/clinics")
    assert len(page.one("select[@id='clinic_slug']").findall("option")) == 31
    assert not page.all("ul[@class='choices']")
    answer = client.post("/en/clinics", {"clinic_slug": "hill-7"}).response
    assert (answer.status_code, answer.headers["Location"]) == (303, "/c/hill-7/en/clinics")
    few = CheckedClient(create_app(Settings(), small, clinics=many(clinics, 30))).get("/en/clinics")
    assert len(few.one("ul[@class='choices']").findall("li")) == 30


def test_a_clinic_that_is_there_no_more_is_explained(client):
    page = client.post("/en/clinics", {"clinic_slug": "riverbed"})
    assert page.status == 422
    assert "ask whoever runs this tool" in page.one("section[@class='summary']").find("p").text
    assert words(page.one("title")).startswith("Error: For clinics")


def test_without_clinics_the_page_says_so_and_what_to_ask_for(small):
    page = CheckedClient(create_app(Settings(), small)).get("/en/clinics")
    assert "No clinic is set up here yet" in page.text
    assert "the telephone numbers that patients call" in page.text
    assert "mailto:" not in page.response.text


def test_the_editor_can_be_written_to_where_the_address_is_set(small):
    page = CheckedClient(create_app(Settings(editor="editor@prep.example.org"), small)).get("/en/clinics")
    assert page.one("a[@href='mailto:editor@prep.example.org']").text == "editor@prep.example.org"


def message(page) -> str:
    return page.one("textarea[@id='message']").text.strip()


@pytest.mark.parametrize("path", ["/en/clinics", KIT])
def test_the_message_says_what_it_is_where_it_leads_and_that_staff_will_look(client, path):
    text = message(client.get(path))
    assert "http://localhost" + path.replace("en/clinics", "") in text.splitlines()
    assert "We will look at it with you" in text
    assert "You do not have to do this." in text
    assert "cancer" not in text.replace("Riverside Cancer Center", ""), "a notice of it may light up on a phone"


def test_the_message_is_signed_by_the_clinic_with_its_number(client):
    assert message(client.get(KIT)).endswith("You can call us by day: (555) 010-0100\n\nRiverside Cancer Center")
    assert message(client.get("/en/clinics")).endswith("Your care team")


def test_the_fullest_message_fits_a_portal(bank):
    clinics = load(CLINICS.parent / "edge.yaml", bank, ["en"])
    app = create_app(
        Settings(base_url="https://prep.riverside-hospital-of-the-upper-valley.example"), bank, clinics=clinics
    )
    assert len(message(CheckedClient(app).get("/c/edge/en/clinics"))) <= MOST_LETTERS


def test_the_message_is_easy_to_read(client):
    text = message(client.get("/en/clinics")).replace("http://localhost/", "")
    assert measure(text, []).grade <= 6


def test_the_kit_shows_pictures_of_frame_poster_and_card(client):
    labels = [picture.get("aria-label") for picture in client.get(KIT).all("div[@role='img']")]
    assert labels == [
        "Picture of the form on a page of your site",
        "Picture of the poster",
        "Picture of an appointment card",
    ]


def test_the_pictures_say_what_the_sheets_say(client, pdf_text):
    page = client.get(KIT)
    for label, sheet in (("Picture of the poster", "poster"), ("Picture of an appointment card", "cards")):
        drawn = words(page.one(f"div[@aria-label='{label}']")).replace(CODE, "")
        printed = pdf_text(client.get(f"{KIT}/{sheet}-letter.pdf").response.data)
        assert set(drawn.split()) <= set(printed.split())


def test_the_pictures_load_nothing_but_our_own(client):
    for picture in client.get(KIT).all("div[@role='img']"):
        assert all(image.get("src").startswith("/c/riverside/logo-") for image in picture.iter("img"))


def test_a_clinic_without_sites_has_no_picture_of_a_frame(client):
    labels = [picture.get("aria-label") for picture in client.get("/c/hill/en/clinics").all("div[@role='img']")]
    assert labels == ["Picture of the poster", "Picture of an appointment card"]


@pytest.mark.parametrize("sheet", ["poster", "cards", "staff"])
def test_every_sheet_is_one_page_with_the_clinics_name_and_address(client, sheet):
    (text,) = page_texts(client.get(f"{KIT}/{sheet}-letter.pdf").response.data)
    assert text.count("Riverside Cancer Center") == (8 if sheet == "cards" else 1)
    assert "localhost/c/riverside" in text.replace(" ", "")


@pytest.mark.slow
def test_the_fullest_card_fits_between_its_dashed_lines(bank):
    clinics = load(CLINICS.parent / "edge.yaml", bank, ["en"])
    app = create_app(Settings(base_url="https://prep.riverside-hospital.example"), bank, clinics=clinics)
    for paper in ("letter", "a4"):
        (page,) = read(app.test_client().get(f"/c/edge/en/clinics/cards-{paper}.pdf").data).pages
        lines = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_font, lines=lines: lines.append((text, cm, tm)))
        heights = {word: [_height(cm, tm) for text, cm, tm in lines if word in text] for word in ("Saint", "123456")}
        assert [len(found) for found in heights.values()] == [8, 8]
        gaps = [name - number for name, number in zip(heights["Saint"][2:], heights["123456"], strict=False)]
        assert all(-gap > 6.5 / 25.4 * 72 for gap in gaps), "the number reaches into the next card"
        name = clinics["edge"].name
        assert page_texts(app.test_client().get(f"/c/edge/en/clinics/cards-{paper}.pdf").data)[0].count(name) == 8


def _height(cm, tm) -> float:
    """Return how high above the foot of the page a text stands, in points."""
    return tm[4] * cm[1] + tm[5] * cm[3] + cm[5]


def test_the_neutral_poster_names_no_clinic(client):
    (text,) = page_texts(client.get("/en/clinics/poster-a4.pdf").response.data)
    assert text.startswith("Visit Prep")


def test_the_staff_sheet_gives_one_sentence_to_say_and_promises_no_more_than_was_shown(client):
    (text,) = page_texts(client.get("/en/clinics/staff-letter.pdf").response.data)
    assert "Let us start with your first three." in text
    assert "Promise only this: people ask more, and feel better prepared." in text


def test_the_staff_sheet_cites_only_papers_whose_figures_were_read(client):
    (text,) = page_texts(client.get("/en/clinics/staff-letter.pdf").response.data)
    why = text.split("Why that matters")[1].split("What it is not")[0]
    assert re.findall(r"(\w+) and others", why) == ["Brown", "Yeh", "Volz"]
    assert re.findall(r"\b\d+\b(?= people)|\b\d+ (?:used|had)", why) == ["318", "30", "27 used", "61", "14 had"]


@pytest.mark.parametrize("path", ["flyer-a4", "poster-a0", "../poster-a4"])
def test_what_we_do_not_print_is_not_found(client, path):
    assert client.get(f"/en/clinics/{path}.pdf").status == 404


def test_every_page_links_to_the_kit(client):
    links = [words(link) for link in client.get("/en/").one("footer").iter("a")]
    assert "For clinics (opens a new window)" in links


def test_the_statement_shows_every_claim(client):
    text = client.get(f"{KIT}/statement").text
    assert all(claim.says in text and claim.code in text and claim.test in text for claim in CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.code)
def test_the_code_and_the_test_of_every_claim_are_there(claim):
    for place in (claim.code, claim.test):
        file, name = place.split(": ")
        assert re.search(rf"\b{name}\b", (ROOT / file).read_text(encoding="utf-8")), place
    assert f"def {claim.test.split(': ')[1]}(" in (ROOT / claim.test.split(": ")[0]).read_text(encoding="utf-8")


@pytest.mark.pdfua
def test_every_sheet_can_be_read_by_everyone(client, tmp_path):
    for name in ("poster-letter", "cards-a4", "staff-letter"):
        (tmp_path / f"{name}.pdf").write_bytes(client.get(f"{KIT}/{name}.pdf").response.data)
    assert violations(list(tmp_path.iterdir())) == {}


def test_a_sheet_is_made_once_and_kept(small):
    made = []

    def render(html, *_sizes):
        made.append(html)
        return b"%PDF-"

    client = CheckedClient(create_app(Settings(), small, pdf=DirectMaker(render)))
    for path in ("poster-a4", "poster-a4", "poster-letter", "poster-a4"):
        assert client.get(f"/en/clinics/{path}.pdf").response.data == b"%PDF-"
    assert len(made) == 2
