"""On a shared computer someone is called in and leaves the list on the screen. After ten minutes it is cleared."""

import pytest

from prep.web.shared_computer import IDLE, WARNING

WARNED_AT = IDLE - WARNING
HOUR = 3600
MARGIN = 5
"""Seconds: the page looks at the time now and then."""


@pytest.fixture
def waiting(person):
    """Someone whose browser's clock is ours to turn."""
    if not person.has_scripts:
        pytest.skip("without scripts a page cannot clear itself")
    person.page.clock.install()
    return person


def gets_the_list(person, start) -> None:
    person.opens(start)
    person.ticks("Stage 4 (IV): metastatic")
    person.unfolds("Add your name")
    person.types("Your name", "Xanthippe")
    person.presses("Show my questions")


def is_warned(person) -> bool:
    return person.page.get_by_role("alertdialog", name="Are you still there?").is_visible()


def waits(person, seconds) -> None:
    person.page.clock.run_for(seconds * 1000)


def test_after_ten_minutes_all_is_cleared_and_two_minutes_before_they_are_asked(waiting):
    gets_the_list(waiting, "/en/shared#all")
    waits(waiting, WARNED_AT - MARGIN)
    assert not is_warned(waiting)
    waits(waiting, 2 * MARGIN)
    assert is_warned(waiting)
    waiting.waits_for_focus("I am still here")
    waits(waiting, WARNING - 3 * MARGIN)
    assert waiting.heading() == "Your questions"
    waits(waiting, 3 * MARGIN)
    waiting.page.get_by_role("heading", name="Everything is cleared").wait_for()
    waiting.goes_back()
    assert "Xanthippe" not in waiting.page.content()
    assert waiting.page.locator("input:checked:not([name=list_for][value=patient])").count() == 0


def test_who_is_still_there_says_so_and_goes_on(waiting):
    gets_the_list(waiting, "/en/shared#all")
    waits(waiting, WARNED_AT + MARGIN)
    waiting.page.keyboard.press("Enter")
    assert not is_warned(waiting)
    waits(waiting, WARNED_AT - MARGIN)
    assert waiting.heading() == "Your questions"
    assert not is_warned(waiting)
    waits(waiting, 2 * MARGIN)
    assert is_warned(waiting), "and it is asked again"


def test_a_key_or_a_touch_puts_it_off_before_anyone_is_asked(waiting):
    gets_the_list(waiting, "/en/shared#all")
    for _while in range(3):
        waits(waiting, WARNED_AT - MARGIN)
        waiting.page.keyboard.press("Shift")
    assert not is_warned(waiting)


def test_a_form_that_is_being_filled_in_is_cleared_as_well(waiting):
    waiting.opens("/en/shared")
    waiting.page.get_by_role("link", name="Start", exact=True).click()
    waiting.ticks("A breast surgeon")
    waits(waiting, IDLE + MARGIN)
    waiting.page.get_by_role("heading", name="Everything is cleared").wait_for()


def test_who_did_not_say_that_the_computer_is_shared_finds_all_as_it_was(waiting):
    gets_the_list(waiting, "/en/#all")
    before = waiting.on_page()
    waits(waiting, HOUR)
    assert waiting.page.locator("[data-idle]").count() == 0
    assert waiting.on_page() == before
