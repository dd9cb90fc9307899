"""After “Clear everything” or “Start a new list” nobody finds anything, however often they press Back."""

import time

import pytest

from tests.engines import words
from tests.engines.conftest import SMALL_PHONE, named
from tests.engines.steps import gets_the_list, left_of_the_person, presses_a_star

BACKS = 5
A_MOMENT = 0.3
"""Seconds in which Back would show a page that the browser has kept. That none comes can only be waited for."""

WAYS = pytest.mark.parametrize(
    ("path", "button", "heading"),
    [
        (words.FORM, words.CLEAR, words.CLEARED_HEADING),
        (words.FORM, words.NEW_LIST, words.START_HEADING),
        (words.SHARED_FORM, words.CLEAR, words.CLEARED_HEADING),
        (words.SHARED_FORM, words.NEW_LIST, words.START_HEADING),
    ],
    ids=["clear", "new-list", "shared-clear", "shared-new-list"],
)


def clears(window, path, button, heading):
    gets_the_list(window, path)
    presses_a_star(window)
    window.clicks(button)
    window.waits_for_heading(heading)


def goes_back_once_more(window):
    window.goes_back()
    time.sleep(A_MOMENT)
    window.waits_for_a_page()


@WAYS
def test_five_backs_show_nothing(window, path, button, heading):
    if window.sends_again and not window.has_scripts:
        pytest.skip("without scripts this engine sends the list again: see the next story")
    clears(window, path, button, heading)
    for _back in range(BACKS):
        goes_back_once_more(window)
        assert left_of_the_person(window) == []


@pytest.mark.parametrize("without_scripts", [("webkit", False, SMALL_PHONE)], indirect=True, ids=named)
def test_where_a_browser_sends_the_list_again_the_page_says_to_close_the_window(without_scripts):
    """WebKit posts the list's form again on Back, and no page or header can keep it from that: only scripts can."""
    window = without_scripts
    clears(window, words.FORM, words.CLEAR, words.CLEARED_HEADING)
    window.waits_for(words.CLOSE_THE_WINDOW)
    forms = 0
    for _back in range(BACKS):
        goes_back_once_more(window)
        if window.heading() == words.START_HEADING:
            assert left_of_the_person(window) == []
            forms += 1
    assert forms
