"""The next person at the clinic's computer presses Back, and must not see the last one's answers."""

import pytest


def fills_in(person):
    person.opens("/en/shared#all")
    person.ticks("Stage 4 (IV): metastatic", "What lies ahead")
    person.unfolds("Add your name")
    person.types("Your name", "Xanthippe")
    person.presses("Show my questions")
    assert person.heading() == "Your questions"


def sees_nothing_of_it(person):
    """Return whether nothing is filled in but what stands on every empty form: that the list is for oneself."""
    filled_in = person.page.locator("input:checked:not([name=list_for][value=patient])").count()
    return "Xanthippe" not in person.page.content() and filled_in == 0


def test_back_from_the_list_shows_an_empty_form(person):
    fills_in(person)
    person.goes_back()
    assert sees_nothing_of_it(person)


def test_back_from_an_empty_form_does_not_show_the_list(person):
    fills_in(person)
    with person.page.expect_navigation():
        person.page.get_by_role("link", name="Visit Prep").click()
    person.goes_back()
    assert sees_nothing_of_it(person)
    assert person.sees_the_browsers_own_error() != person.has_scripts, "the list was a page that was sent for"


def test_back_from_another_page_of_ours_does_not_show_the_list(person):
    fills_in(person)
    person.page.get_by_role("link", name="Privacy").click()
    person.goes_back()
    assert sees_nothing_of_it(person)


def test_forward_from_the_empty_form_does_not_show_the_list(person):
    fills_in(person)
    person.goes_back()
    person.goes_forward()
    assert sees_nothing_of_it(person)
    assert person.sees_the_browsers_own_error() != person.has_scripts, "the list was a page that was sent for"


def test_back_from_the_page_to_take_along_does_not_show_the_list(person):
    fills_in(person)
    person.takes_it_along()
    person.goes_back()
    assert sees_nothing_of_it(person)
    assert person.sees_the_browsers_own_error() != person.has_scripts, "the list was a page that was sent for"
    assert person.has_scripts == (person.page.locator("h1").count() == 1)


def test_leaving_quickly_shows_a_page_that_says_nothing(person):
    fills_in(person)
    person.page.get_by_role("link", name="Leave this page quickly").click()
    assert person.heading() == "Goodbye"
    assert "cancer" not in person.page.content()
    person.goes_back()
    assert sees_nothing_of_it(person)


def test_clearing_everything_leads_to_an_empty_form(person):
    fills_in(person)
    person.page.get_by_role("link", name="Clear everything").click()
    assert person.heading() == "Everything is cleared"
    person.page.get_by_role("link", name="Start again").click()
    assert sees_nothing_of_it(person)


def test_with_scripts_the_page_that_was_left_is_gone_from_the_history(person):
    if not person.has_scripts:
        pytest.skip("without scripts a page cannot take its own place in the history")
    fills_in(person)
    before = person.page.evaluate("history.length")
    person.page.get_by_role("link", name="Leave this page quickly").click()
    person.page.wait_for_selector("text=Goodbye")
    assert person.page.evaluate("history.length") == before
