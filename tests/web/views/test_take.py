"""The page to take the list along, as a browser without scripts meets it."""

import re
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from tests.page import words

LATER = {"stage": "metastatic", "er-pr": "positive", "her2": "negative", "treatment": "stopped-working"}
TAKE = "/en/take"
LIST = "/en/checklist"


@pytest.fixture
def take(client):
    """Return a function that opens the page for these answers and choices."""
    return lambda **sent: client.post(TAKE, LATER | sent)


def test_the_list_leads_there_with_all_that_was_made_of_it(client):
    listed = client.list_for(**LATER, printed_name="Ann Lee")
    ways = [one.get("formaction") for one in listed.all("button") if words(one) == "Get my page"]
    assert ways == [TAKE, TAKE]
    changed = client.post(LIST, [*listed.fields(), ("list_do", f"drop {listed.kept()[0]}")])
    typed = [(name, "May I travel?" if name == "words_new" else value) for name, value in changed.fields()]
    page = client.post(TAKE, typed)
    assert page.heading == "Take it with you"
    assert "May I travel?" in page.paper
    again = client.post(LIST, page.fields())
    assert set(again.kept()) == {*changed.kept(), "own_1"}
    assert ("printed_name", "Ann Lee") in again.fields()


def test_the_picture_is_what_a_browser_prints(take, client):
    page = take(printed_name="Ann Lee")
    assert "My questions for today Name: Ann Lee" in page.paper
    assert page.paper.startswith(client.list_for(**LATER, printed_name="Ann Lee").paper)


def test_a_screen_reader_is_told_what_the_picture_is_and_hears_the_questions_once(take):
    drawn = take().response.get_data(as_text=True)
    (picture,) = re.findall(r'<div class="picture [^>]*>', drawn)
    assert 'role="group"' in picture
    assert f'{picture}\n<div class="ink" aria-hidden="true">' in drawn
    assert 'aria-label="Picture of the page to hand over. It holds the questions of the list' in picture


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("size", ["standard", "large"])
def test_the_picture_has_the_paper_and_print_that_were_chosen(take, paper, size):
    page = take(pack_paper=paper, pack_print=size)
    assert f'<div class="picture {paper} {size}"' in page.response.get_data(as_text=True)
    assert ("the page goes on" in page.response.get_data(as_text=True)) == (size == "large")


def test_two_sides_are_printed_unless_more_is_chosen(client, take, pdf_text):
    page = take()
    assert page.chosen("pack_extent") == ["page"]
    fields = [pair for pair in page.fields() if pair[0] != "pack_extent"]
    text = pdf_text(client.post(LIST, [*fields, ("format", "pdf")]).response.data)
    assert "Page 1 of 2" in text
    text = pdf_text(client.post(LIST, [*fields, ("pack_extent", "notes"), ("format", "pdf")]).response.data)
    assert "Notes from the visit" in text
    assert "Page 1 of 3" in text


def test_the_page_shows_what_the_line_about_a_person_would_say(client, take):
    page = take(concerns="feelings")
    assert page.chosen("pack_about") == ["illness"]
    assert "stage 4, metastatic · ER-positive or PR-positive · HER2-negative · treatment stopped working" in page.text
    assert "And what is on my mind: Worry and low mood" in page.text
    assert "A line about you" not in client.post(TAKE).text


CHOSEN = {"pack_paper": "a4", "pack_print": "large", "pack_extent": "notes", "pack_about": "off"}


def test_choices_of_print_are_shown_and_remembered_by_the_list(client, take):
    page = take(**CHOSEN)
    assert {name: page.chosen(name) for name in CHOSEN} == {name: [value] for name, value in CHOSEN.items()}
    assert "open" in page.one("details[@class='folded']").attrib
    again = client.post(TAKE, client.post(LIST, page.fields()).fields())
    assert {name: again.chosen(name) for name in CHOSEN} == {name: [value] for name, value in CHOSEN.items()}


def test_what_few_people_change_is_folded(take):
    assert "open" not in take().one("details[@class='folded']").attrib


def test_the_tick_that_keeps_answers_is_never_ticked_by_itself(take):
    assert take().chosen("pack_keep_answers") == []


def test_it_says_what_to_say(take):
    said = words(take().one("section[@class='say']"))
    assert "Once you have the PDF, it is on this device" in said
    assert "“I brought some questions. Could we look at the first three together?”" in said
    helping = take(list_for="helper", printed_name="Ann Lee")
    assert "I am here for Ann Lee. We brought some questions." in words(helping.one("section[@class='say']"))


def test_the_list_can_be_copied_sent_and_sent_to_a_portal(take):
    page = take(printed_name="Ann & Bob", words_new="May I travel?", list_do="write")
    whole, short = page.all("textarea")
    assert whole.text.strip().startswith("QUESTIONS FOR MY VISIT\nName: Ann & Bob\n")
    assert "May I travel?" in whole.text
    assert "May I travel?" in short.text
    assert all("readonly" in area.attrib and area.get("name") is None for area in (whole, short))
    (mail,) = [link.get("href") for link in page.all("a") if link.get("href").startswith("mailto:")]
    assert unquote(re.search("body=(.*)", mail)[1]).replace("\r\n", "\n").strip() == short.text.strip()


def test_a_visit_with_a_day_can_be_put_into_a_calendar(client, take):
    assert "calendar" not in take().text
    page = take(printed_date="2026-12-01", printed_name="Ann Lee", printed_with="Dr. Quux")
    (button,) = page.all("button[@value='ics']")
    assert button.get("formaction") == LIST
    answer = client.post(LIST, [*page.fields(), ("format", "ics")]).response
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="My visit.ics"'
    assert Calendar.from_ical(answer.data).walk("VEVENT")[0]["SUMMARY"] == "Visit: bring my questions"
    assert not re.search(b"Ann|Quux|cancer|stage|oncolog", answer.data)


def test_without_a_day_there_is_no_entry(client):
    page = client.list_for(**LATER, format="ics")
    assert page.status == 400
    assert ("stage", "metastatic") in page.fields()


def test_words_that_are_too_long_are_mended_on_the_list_first(client):
    page = client.post(TAKE, LATER | {"words_new": "y" * 201})
    assert (page.status, page.heading) == (422, "Your questions")
    assert page.one("textarea[@id='words-new']").text.strip() == "y" * 201


def test_answers_that_seldom_go_together_are_asked_about_first(client):
    page = client.post(TAKE, {"stage": "early", "treatment": "metastatic-later"})
    assert page.heading == "Your answers"
    assert ("stage", "early") in page.fields()


def test_enter_shows_the_picture_anew_and_takes_nothing_away(take):
    page = take()
    assert page.one("form").find("button").attrib == {"hidden": ""}
    assert page.one("form").get("action") == TAKE


def test_it_leads_back_to_the_list_and_to_the_form(take):
    ways = {words(one): (one.get("form"), one.get("formaction")) for one in take().all("p[@class='back']/button")}
    assert ways == {"Back to the list": ("take", LIST), "Change my answers": ("take", "/en/")}


def test_asked_for_without_a_list_it_leads_to_the_form(client):
    page = client.get(TAKE)
    assert (page.status, page.heading) == (405, "This page opens from the form")
