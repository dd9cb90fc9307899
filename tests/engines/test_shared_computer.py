"""Who is on a shared computer says so first. Then Back finds an empty form, and an idle page clears itself."""

import pytest

from prep.web import shared_computer
from tests.engines import words
from tests.engines.steps import gets_the_list, is_empty, left_of_the_person, presses_a_star

SECONDS, WARNED = 10, 6
"""In place of ten minutes and two; long enough for a slow machine to fill in the form."""


@pytest.fixture
def short_idle(monkeypatch):
    """Make the site's idle time short: pages say it to their script in seconds."""
    monkeypatch.setattr(shared_computer, "IDLE", SECONDS)
    monkeypatch.setattr(shared_computer, "WARNING", WARNED)


def test_back_from_the_list_finds_an_empty_form(window):
    gets_the_list(window, words.SHARED_FORM)
    window.goes_back()
    window.until(lambda: is_empty(window), "the form is empty")
    assert left_of_the_person(window) == []


def test_forward_again_does_not_show_the_list(window):
    gets_the_list(window, words.SHARED_FORM)
    window.goes_back()
    window.until(lambda: is_empty(window), "the form is empty")
    window.goes_forward()
    window.until(lambda: words.NAME not in window.html(), "nothing of the person is shown")


def test_who_says_so_on_the_start_page_is_asked_in_that_way(window):
    window.opens("/en/")
    window.clicks("I am on a shared computer")
    window.waits_for("You are on a shared computer")


@pytest.mark.usefixtures("short_idle")
def test_an_idle_page_warns_and_then_clears_itself(with_scripts):
    window = with_scripts
    gets_the_list(window, words.SHARED_FORM)
    window.waits_for(words.STILL_HERE)
    window.waits_for_heading(words.CLEARED_HEADING)
    assert left_of_the_person(window) == []
    window.goes_back()
    window.until(lambda: left_of_the_person(window) == [], "Back shows nothing of the person")


@pytest.mark.usefixtures("short_idle")
def test_the_warning_can_be_put_off(with_scripts):
    window = with_scripts
    gets_the_list(window, words.SHARED_FORM)
    window.waits_for(words.STILL_HERE)
    window.clicks(words.STILL_HERE)
    window.until(lambda: words.STILL_HERE not in window.text(), "the warning is gone")
    assert window.heading() == words.LIST_HEADING


@pytest.mark.usefixtures("short_idle")
def test_elsewhere_nothing_clears_by_itself(with_scripts):
    window = with_scripts
    gets_the_list(window)
    presses_a_star(window)
    assert words.STILL_HERE not in window.html()
    assert window.evaluate("return Boolean(document.querySelector('[data-idle]'));") is False
