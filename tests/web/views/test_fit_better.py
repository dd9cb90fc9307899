""" "Make it fit better" on the list, as a browser without scripts meets it."""

import pytest

from prep.app import create_app
from prep.settings import Settings
from tests.conftest import CheckedClient
from tests.page import words

TOLD = {"stage": "early", "er-pr": "positive", "her2": "negative", "treatment": "after-surgery"}


@pytest.fixture
def sends(client):
    """Return a function that sends a list page with some controls changed, as a browser would."""

    def send(page, **controls):
        pairs = [(name, value) for name, value in page.fields() if name not in controls]
        return client.post("/en/checklist", [*pairs, *controls.items()])

    return send


def asked(page) -> list[str]:
    return [field.get("value") for field in page.all("input[@name='fit_offered']")]


def section(page):
    return page.one("details[@id='fit-better']")


def said(page) -> str:
    return words(page.one("p[@role='status']"))


def found(page):
    return page.one("section[@class='named-found']")


def test_the_list_offers_three_details_that_were_not_told(client):
    page = client.list_for(**TOLD)
    assert len(asked(page)) == 3
    assert not TOLD.keys() & set(asked(page))
    assert "open" not in section(page).attrib
    assert {field.get("type") for name in asked(page) for field in page.all(f"input[@name='{name}']")} <= {
        "radio",
        "checkbox",
    }


def test_an_answer_changes_the_list_which_says_how(client, sends):
    before = client.list_for(**TOLD)
    after = sends(before, **{"visit-with": "surgeon", "fit_update": "yes"})
    new = [question for question in after.kept() if question not in before.kept()]
    assert new
    assert said(after).startswith("Your list has changed.")
    assert len(after.one("p[@role='status']/../ul").findall("li")) == len(new)
    assert "autofocus" in after.one("p[@role='status']").attrib
    assert "open" in section(after).attrib
    assert ("visit-with", "surgeon") in after.fields()
    assert "visit-with" not in asked(after)
    assert len(asked(after)) == 3


def test_no_answer_changes_nothing_and_is_fine(client, sends):
    before = client.list_for(**TOLD)
    after = sends(before, fit_update="yes")
    assert after.kept() == before.kept()
    assert said(after) == "Thank you. No question is new: your list fits already."


def test_where_the_page_before_is_not_known_it_says_no_more_than_it_knows(client):
    assert said(client.list_for(**TOLD, fit_update="yes")) == "Your list is up to date."


def test_what_is_offered_stays_while_the_list_is_edited(client, sends):
    before = client.list_for(**TOLD)
    assert asked(sends(before, list_do=f"star {before.kept()[5]}")) == asked(before)


def test_an_answer_that_contradicts_another_is_asked_about_kindly(client, sends):
    page = sends(client.list_for(**TOLD), spread="bone", fit_update="yes")
    assert page.heading == "Your answers"
    assert "One quick check" in page.text


def test_a_name_is_found_and_asked_about(client, sends):
    page = sends(client.list_for(**TOLD), find_name="Ibrance")
    assert words(page.one("h3[@id='found-title']")) == "We found “Ibrance”"
    assert "autofocus" in page.one("h3[@id='found-title']").attrib
    assert words(found(page).find(".//legend")) == "Palbociclib (Ibrance)"
    assert [words(label) for label in found(page).findall(".//label")] == [
        "Having it now",
        "It is suggested",
        "Had it before",
        "It stopped working",
        "Stopped because of side effects",
    ]


def test_a_near_spelling_is_asked_about(client, sends):
    page = sends(client.list_for(**TOLD), find_name="Ibrence")
    assert words(page.one("h3[@id='found-title']")) == "You typed “Ibrence”. Did you mean this?"


def test_two_names_are_told_at_once_and_keep_what_was_told_before(client, sends):
    first = client.list_for(**TOLD, **{"treatments-now": "tamoxifen"})
    page = sends(first, find_name="letrozole and Kisqali")
    after = sends(
        page,
        **{"told_aromatase-inhibitor": "treatments-suggested", "told_ribociclib": "treatments-now"},
        fit_update="y",
    )
    treatments = sorted(pair for pair in after.fields() if pair[0].startswith("treatments-"))
    assert treatments == [
        ("treatments-now", "ribociclib"),
        ("treatments-now", "tamoxifen"),
        ("treatments-suggested", "aromatase-inhibitor"),
    ]
    assert said(after).startswith("Your list has changed.")


def test_what_was_told_before_is_ticked_and_can_be_moved(client, sends):
    page = sends(client.list_for(**TOLD, **{"treatments-now": "palbociclib"}), find_name="ibrance")
    assert ("told_palbociclib", "treatments-now") in page.fields()
    after = sends(page, told_palbociclib="treatments-too-hard", fit_update="yes")
    assert [pair for pair in after.fields() if pair[0].startswith("treatments-")] == [
        ("treatments-too-hard", "palbociclib")
    ]


def test_what_was_chosen_beside_a_name_is_not_lost_with_another_button(client, sends):
    page = sends(client.list_for(**TOLD), find_name="ibrance")
    form = client.post("/en/", [*page.fields(), ("told_palbociclib", "treatments-now")])
    assert form.chosen("treatments-now") == ["palbociclib"]
    starred = sends(page, told_palbociclib="treatments-now", list_do=f"star {page.kept()[5]}")
    assert ("treatments-now", "palbociclib") in starred.fields()


def test_a_name_that_is_not_known_leads_on_kindly(client, sends):
    page = sends(client.list_for(**TOLD), find_name="<b>xyzzy</b>")
    assert words(page.one("h3[@id='found-title']")) == "We do not know “<b>xyzzy</b>” by that name"
    assert found(page).find(".//a[@href='#words-new']") is not None
    assert found(page).find(".//button").get("formaction") == "/en/"


def test_what_is_typed_goes_no_further(client, sends):
    page = sends(client.list_for(**TOLD), find_name="xyzzy")
    assert "xyzzy" not in str(page.fields())
    assert client.post("/en/", [*page.fields(), ("find_name", "xyzzy")]).text.count("xyzzy") == 0


def test_a_button_of_the_list_keeps_its_focus_beside_what_was_found(client, sends):
    page = client.list_for(**TOLD)
    page = sends(page, find_name="ibrance", list_do=f"star {page.kept()[5]}")
    assert "autofocus" not in page.one("h3[@id='found-title']").attrib


def test_a_treatment_that_no_page_of_ours_offers_is_refused(client):
    assert client.list_for(**TOLD, told_palbociclib="stage").status == 400


def test_a_bank_with_nothing_left_to_ask_shows_no_such_section(small):
    client = CheckedClient(create_app(Settings(), small))
    told = [("side", "left"), ("age", "old"), *(("concerns", one) for one in ("pain", "dancing", "future"))]
    assert client.post("/en/checklist", told).all("details[@id='fit-better']") == []
    assert len(client.list_for(side="left").all("details[@id='fit-better']")) == 1
