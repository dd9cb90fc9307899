"""Back, Forward, a detour, a reload: nothing is lost, and where it must be, we say so in our own words."""

import pytest

from tests.engines import words
from tests.engines.steps import (
    fills_in,
    gets_the_list,
    has_all_answers,
    is_empty,
    presses_a_star,
    writes_a_question,
)

TWENTY = 20


def test_twenty_changes_of_the_list_leave_the_way_back_as_short_as_it_was(with_scripts):
    window = with_scripts
    gets_the_list(window)
    before = window.history_length()
    for _change in range(TWENTY):
        presses_a_star(window)
    assert window.history_length() == before


def test_back_from_the_page_to_take_goes_through_the_list_to_the_form(with_scripts):
    window = with_scripts
    gets_the_list(window)
    writes_a_question(window)
    presses_a_star(window)
    changed = window.texts(words.QUESTIONS)
    window.clicks(words.TAKE)
    window.waits_for_heading(words.TAKE_HEADING)
    window.goes_back()
    window.waits_for_heading(words.LIST_HEADING)
    assert window.texts(words.QUESTIONS) == changed
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is there with all answers")
    window.goes_forward()
    window.waits_for_heading(words.LIST_HEADING)
    assert window.texts(words.QUESTIONS) == changed
    window.goes_forward()
    window.waits_for_heading(words.TAKE_HEADING)


def test_what_was_chosen_for_paper_is_kept_when_the_list_is_changed_once_more(with_scripts):
    window = with_scripts
    gets_the_list(window)
    window.clicks(words.TAKE)
    window.waits_for_heading(words.TAKE_HEADING)
    window.ticks(words.ALL_SIDES)
    window.goes_back()
    window.waits_for_heading(words.LIST_HEADING)
    writes_a_question(window)
    window.goes_forward()
    window.clicks(words.TAKE)
    window.waits_for_heading(words.TAKE_HEADING)
    assert window.is_ticked(words.ALL_SIDES)
    assert any(words.OWN_QUESTION in text for text in window.texts(words.PICTURE))


@pytest.mark.parametrize(("page", "heading"), [(words.PRIVACY, words.PRIVACY_HEADING), (words.SOURCES, words.SOURCES)])
def test_a_detour_and_back_finds_form_and_list_as_they_were(with_scripts, page, heading):
    window = with_scripts
    fills_in(window)
    window.clicks(page)
    window.waits_for_heading(heading)
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is there with all answers")
    window.goes_forward()
    window.waits_for_heading(heading)
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is still there with all answers")
    window.clicks(words.SHOW)
    window.waits_for_heading(words.LIST_HEADING)
    writes_a_question(window)
    window.clicks(page)
    window.waits_for_heading(heading)
    window.goes_back()
    window.until(lambda: words.OWN_QUESTION in window.texts(words.QUESTIONS), "the list is there with what was written")


@pytest.mark.parametrize("step", [fills_in, gets_the_list])
def test_a_reload_asks_first_and_then_says_kindly_that_nothing_was_kept(with_scripts, step):
    window = with_scripts
    step(window)
    if window.asks_before_leaving:
        assert window.reloads(accept=False)
        assert has_all_answers(window) or window.heading() == words.LIST_HEADING
    assert window.reloads() == window.asks_before_leaving
    window.waits_for(words.RELOADED)
    window.until(lambda: is_empty(window), "the form is empty")


def test_leaving_for_another_site_asks_while_there_is_something_to_lose(with_scripts):
    window = with_scripts
    if not window.asks_before_leaving:
        pytest.skip("this engine's driver leaves without asking")
    window.opens(words.FORM)
    assert not window.reloads()
    gets_the_list(window)
    assert window.leaves_for("about:blank", accept=False)
    assert window.heading() == words.LIST_HEADING
    assert window.leaves_for("about:blank")


def test_no_answer_goes_where_the_browser_keeps_things(with_scripts):
    window = with_scripts
    gets_the_list(window)
    writes_a_question(window)
    kept = window.evaluate(
        "return JSON.stringify([history.state, window.name, {...localStorage}, {...sessionStorage}, document.cookie]);"
    )
    assert kept == '[null,"",{},{},""]'
    assert "?" not in window.address()


def test_without_scripts_pages_that_inform_open_beside_a_list(without_scripts):
    window = without_scripts
    gets_the_list(window)
    before = window.history_length()
    window.clicks(words.PRIVACY)
    assert window.heading() == words.LIST_HEADING
    assert window.history_length() == before


def test_without_scripts_back_from_the_list_finds_the_answers(without_scripts):
    window = without_scripts
    gets_the_list(window)
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is there with all answers")


def test_without_scripts_back_from_a_changed_list_shows_the_browsers_own_page_of_which_the_list_warns(without_scripts):
    """No header brings back the answer to a form that no browser may keep. WebKit sends the form again instead."""
    window = without_scripts
    gets_the_list(window)
    window.waits_for(words.NOT_BY_BACK)
    presses_a_star(window)
    window.goes_back()
    if window.sends_again:
        window.waits_for_heading(words.LIST_HEADING)
    else:
        window.until(window.shows_the_browsers_own_page, "the browser says that it cannot show the list")
    window.goes_back()
    window.until(lambda: has_all_answers(window), "the form is there with all answers")


def test_with_scripts_nobody_is_warned_of_back(with_scripts):
    gets_the_list(with_scripts)
    assert words.NOT_BY_BACK not in with_scripts.text()
