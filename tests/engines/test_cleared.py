"""After “Clear everything” or “Start a new list” nobody finds anything, however often they press Back."""

import time

import pytest

from tests.engines import words
from tests.engines.steps import gets_the_list, left_of_the_person, presses_a_star

BACKS = 5
A_MOMENT = 0.4
"""Seconds in which Back would show a page that the browser has kept. That none comes can only be waited for."""


@pytest.mark.parametrize("path", [words.FORM, words.SHARED_FORM], ids=["ones-own", "shared"])
@pytest.mark.parametrize(
    ("button", "heading"),
    [(words.CLEAR, words.CLEARED_HEADING), (words.NEW_LIST, words.START_HEADING)],
    ids=["clear", "new-list"],
)
def test_five_backs_show_nothing(window, path, button, heading):
    gets_the_list(window, path)
    presses_a_star(window)
    window.clicks(button)
    window.waits_for_heading(heading)
    for _back in range(BACKS):
        window.goes_back()
        time.sleep(A_MOMENT)
        window.until(lambda: window.evaluate("return document.readyState;") == "complete", "the page has come")
        assert left_of_the_person(window) == []
