"""The search on the list page, as a browser without scripts sends it."""

from tests.page import words
from tests.web.views.conftest import pressed
from tests.web.views.test_checklist import LATER


def find(client, typed, page=None, button="find"):
    return pressed(client, page or client.list_for(**LATER), button, list_find=typed)


def results(page) -> list[str]:
    return [one.get("id").removeprefix("ask-") for one in page.one("div[@role='search']").findall(".//li/p")]


def test_a_search_finds_what_is_not_on_the_page(client):
    page = find(client, "tiredness")
    assert words(page.one("p[@id='found']")) == "1 question found."
    assert page.one("*[@autofocus]").get("id") == "found"
    assert results(page) == ["tiredness"]
    assert page.one("input[@name='list_find']").get("value") == "tiredness"
    assert "open" in page.folds("Add more questions")[0].attrib


def test_whoever_adds_from_a_search_goes_on_there(client):
    page = find(client, "side effects")
    first, second = results(page)[:2]
    after = pressed(client, page, f"add {first}")
    assert first in after.kept()
    assert after.one("*[@autofocus]").get("value") == f"add {second}"
    assert after.one("input[@name='list_find']").get("value") == "side effects"


def test_what_was_found_may_not_be_what_was_meant(client):
    written = find(client, "a wig", button="write found")
    assert words(written.card("own_1").find("p[@class='ask']")) == "a wig"


def test_of_many_the_best_are_shown(client):
    page = find(client, "treatment")
    assert len(results(page)) == 20
    assert "questions found. These fit best:" in page.text


def test_what_is_on_the_page_already_is_named_by_its_number(client):
    page = client.list_for(**LATER)
    number = page.kept().index("options-now") + 1
    assert (
        f"Already on your page: number {number}" in find(client, "options in the order you would try them", page).text
    )


def test_a_search_shows_nothing_sensitive_but_says_where_it_is(client):
    page = find(client, "how much time")
    assert page.one("p[@id='found']/a").get("href") == "#ahead"
    assert "time-left" not in results(page)


def test_what_nothing_is_found_for_can_become_a_question_of_ones_own(client):
    page = find(client, "May I juggle bees?")
    assert "We found no question with these words." in page.text
    written = find(client, "May I juggle bees?", page, "write found")
    assert words(written.card("own_1").find("p[@class='ask']")) == "May I juggle bees?"
    assert written.one("input[@name='list_find']").get("value") == ""


def test_a_question_is_found_by_the_persons_own_words_for_it(client, press):
    page = client.list_for(**LATER)
    page = press(page, "reword options-now", **{"words_options-now": "What about Tante Trude's cure?"})
    assert results(find(client, "Trude", press(page, "drop options-now"))) == ["options-now"]


def test_what_was_searched_for_goes_nowhere_else(client):
    page = find(client, "Xanthippe")
    assert "Xanthippe" not in client.post("/en/", page.fields()).response.get_data(as_text=True)


def test_a_search_for_nothing_leads_back_to_its_field(client):
    assert find(client, " \u200b ").one("*[@autofocus]").get("name") == "list_find"
