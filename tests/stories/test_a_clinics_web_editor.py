"""Someone in a clinic's office comes for what to send to patients and to put on the web site."""

import pytest


def test_the_way_from_the_foot_of_a_page_to_the_clinics_own_kit(person):
    person.opens("/en/")
    person.looks_up("For clinics")
    asked = []
    person.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    with person.page.expect_navigation():
        person.page.get_by_role("link", name="Saint Catherine’s").click()
    assert asked == [], "there is nothing to lose"
    assert person.page.url.endswith("/c/edge/en/clinics")
    assert person.sees("A message to send a week before")
    assert person.page.get_by_role("img", name="Picture of the poster").is_visible()


def test_the_message_is_copied_with_one_press_or_by_hand(person):
    person.opens("/c/edge/en/clinics")
    button = person.page.get_by_role("button", name="Copy The message")
    if not person.has_scripts:
        assert button.count() == 0
        assert "We will look at it with you" in person.page.get_by_label("The message").input_value()
        return
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button.click()
    told = person.page.get_by_role("status")
    told.get_by_text("Copied: The message").wait_for()
    assert told.evaluate("one => one.getBoundingClientRect().bottom <= innerHeight"), "it is told out of sight"
    assert "We will look at it with you" in person.page.evaluate("navigator.clipboard.readText()")


def test_a_text_that_comes_in_later_can_be_copied_too(person):
    if not person.has_scripts:
        pytest.skip("without scripts nothing comes in later")
    person.opens("/c/edge/en/clinics")
    person.page.evaluate(
        """() => {
            const main = document.querySelector("main");
            main.innerHTML = '<textarea id="late">late</textarea><button data-copy="late" data-done="Copied: late"'
                + ' data-failed="no" hidden>Copy it</button><p role="status" data-copied></p>';
            document.dispatchEvent(new Event("visit-prep:shown"));
        }"""
    )
    person.page.get_by_role("button", name="Copy it").click()
    person.page.get_by_role("status").wait_for()
    assert person.page.get_by_role("status").inner_text() in {"Copied: late", "no"}
