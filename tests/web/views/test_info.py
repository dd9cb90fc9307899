from datetime import UTC, datetime, timedelta

import pytest

from prep.app import create_app
from prep.settings import Settings
from tests.conftest import CheckedClient
from tests.page import words


@pytest.mark.parametrize("name", ["privacy", "sources", "accessibility"])
def test_the_site_speaks_about_itself(client, name):
    page = client.get(f"/en/{name}")
    assert page.status == 200
    assert page.heading.lower() == name


def test_sources_are_all_listed_with_what_we_know_of_them(client, bank):
    page = client.get("/en/sources")
    assert {words(name) for name in page.all("cite")} == {source.title for source in bank.sources}
    assert "not yet reviewed by a clinician" in page.text


def test_browsers_find_our_picture_also_where_no_page_names_it(client):
    picture = client.get("/favicon.ico").response.headers["Location"]
    assert client.get(picture).response.mimetype == "image/svg+xml"


def test_search_engines_may_list_our_pages_and_there_is_no_list_of_questions_to_find(client):
    page = client.get("/robots.txt")
    assert (page.status, page.response.mimetype, page.response.text) == (200, "text/plain", "User-agent: *\nAllow: /\n")
    assert client.get("/en/checklist").status == 405


def test_a_page_known_in_part_says_so_and_no_other_does(client, bank):
    page = client.get("/en/sources")
    partial = [source for source in bank.sources if source.captured == "partial"]
    assert partial
    assert len(partial) < len(bank.sources)
    marked = {
        words(entry.find(".//cite"))
        for entry in page.all("ul[@class='sources']/li")
        if "Known in part." in words(entry)
    }
    assert marked == {source.title for source in partial}


def test_sources_come_folded_by_topic_with_their_number(client, bank):
    folds = client.get("/en/sources").all("details")
    assert len(folds) == len(bank.sections) + 1
    for fold in folds:
        assert "open" not in fold.attrib
        assert words(fold.find("summary")).endswith(f"({len(fold.findall('ul/li'))})")


def test_a_source_is_found_without_its_word_in_the_address(client):
    page = client.post("/en/sources", {"source_find": "  Pregnant WOMEN "})
    assert page.status == 200
    assert page.one("input[@id='source_find']").get("value") == "Pregnant WOMEN"
    assert words(page.one("h2[@id='found']")).endswith("for “Pregnant WOMEN”")
    assert page.one("form[@class='find-source']").get("method") == "post"


def test_few_sources_come_unfolded_and_none_with_a_hint(client):
    folds = client.post("/en/sources", {"source_find": "lymphedema arm"}).all("details")
    assert folds
    assert all("open" in fold.attrib for fold in folds)
    none = client.post("/en/sources", {"source_find": "xyzzy"})
    assert "No source for “xyzzy”" in none.text
    assert "Try a shorter word" in none.text


def test_what_is_looked_for_is_shown_and_never_run(client):
    page = client.post("/en/sources", {"source_find": "<script>alert(1)</script>"})
    assert "No source for “<script>alert(1)</script>”" in page.text


def test_whoever_finds_a_hole_learns_where_to_report_it(bank):
    app = create_app(Settings(security_contact="mailto:security@prep.example.org"), bank)
    said = CheckedClient(app).get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in said.response.text.splitlines())
    assert (said.response.mimetype, fields["Contact"]) == ("text/plain", "mailto:security@prep.example.org")
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)


def test_without_such_an_address_there_is_no_file(client):
    assert client.get("/.well-known/security.txt").status == 404


def foot(page):
    return [words(link) for link in page.one("section[@class='when-done screen-only']").iter("a")]


def test_every_page_ends_with_how_to_clear_and_how_to_leave(client):
    assert foot(client.get("/en/privacy")) == ["Clear everything", "Leave this page quickly"]
    assert foot(client.get("/en/nowhere")) == ["Clear everything", "Leave this page quickly"]


@pytest.mark.parametrize("path", ["/en/", "/en/earlier"])
def test_pages_that_carry_answers_also_offer_a_new_list(client, path):
    assert foot(client.get(path)) == ["Clear everything", "Start a new list", "Leave this page quickly"]


@pytest.mark.parametrize("name", ["left", "cleared"])
def test_who_leaves_is_told_what_stays_in_the_browser(client, name):
    text = client.get(f"/en/{name}").text
    assert "Its history still shows that this site was visited" in text
    assert "stays in the downloads folder" in text
    assert "So close this window" in text


def test_the_page_that_one_leaves_to_says_nothing_of_an_illness(client):
    page = client.get("/en/left").response.text.lower()
    assert not [word for word in ("cancer", "visit prep", "doctor", "health", "clinic") if word in page]
