"""A navigator prints a list for the person in front of them, by keyboard alone, and calls the next."""

import pytest

from tests.paper import page_texts

KEY, THOUGHT = 0.28, 1.35
"""Seconds: for a key by someone who is no typist, and to make up one's mind. The keystroke-level model has both."""

MACHINE = 8
"""Seconds that are left for the machine. It needs four on two cores, the PDF among them."""

THOUGHTS = 10
"""Five answers, three looks at a new page, the print-out, and the next patient."""


@pytest.fixture
def keys(person):
    """Press keys, and count them."""
    pressed = []

    def press(*names):
        for name in names:
            pressed.append(name)
            person.page.keyboard.press(name)
        return len(pressed)

    return press


def test_a_list_is_printed_in_under_thirty_seconds_and_the_next_form_is_empty(person, keys):
    def tabs_to(wanted, most):
        """Press Tab so many times at most, and return whether something of that name has the focus then."""
        return any(keys("Tab") and person.focused().startswith(wanted) for _press in range(most))

    person.opens("/en/next")
    person.waits_for_focus("For me")
    keys("ArrowDown")
    keys("Tab", "Tab", *["ArrowUp"] * 3)
    person.waits_for_focus("Stage 4")
    keys("Tab", "Space")
    keys("Tab", "Space")
    assert person.is_ticked("Yes: ER-positive or PR-positive")
    assert person.is_ticked("HER2-negative")
    keys("Tab", *["ArrowUp"] * 4)
    person.waits_for_focus("On a second or later treatment")
    keys("Tab", "Tab", "Space")
    assert person.is_ticked("Side effects")
    with person.the_next_step():
        keys("Enter")
    assert person.heading() == "Questions for the visit"

    assert tabs_to("Get the page", most=6)
    with person.the_next_step():
        keys("Enter")
    person.waits_for_focus("Get it as a PDF")
    with person.page.expect_download() as download:
        keys("Enter")
    assert download.value.path().stat().st_size > 10_000
    assert tabs_to("Start a new list", most=10)
    with person.page.expect_navigation():
        pressed = keys("Enter")
    person.waits_for_focus("For me")
    assert person.is_ticked("For me")
    assert person.page.locator("input:checked").count() == 1
    assert pressed <= 30
    assert pressed * KEY + THOUGHTS * THOUGHT < 30 - MACHINE
    person.goes_back()
    assert person.page.locator("input:checked[name=stage]").count() == 0


def test_next_patient_clears_the_form_that_was_just_begun(person):
    for path in ("/en/#all", "/en/next"):
        person.opens(path)
        person.ticks("Stage 4 (IV): metastatic", "For someone I help")
        with person.page.expect_navigation():
            person.page.get_by_role("link", name="Start a new list").click()
        person.waits_until(lambda: person.page.locator("input:checked").count() == 1)
        if path == "/en/next":  # whoever works question by question begins so again
            person.waits_for_focus("For me")


SCHEDULE = """Breast clinic,,,,,,
MRN,Pt name,Appt date,Provider,Dx,ER,PR
4711,Ann Lee,3/4/27,Dr. Ray,stage IIB,+,neg
4712,Bo Fox,3/5/27,Dr. Ray,r/o mets,pos,pos
"""


def test_a_schedule_becomes_a_pile_after_one_look(person):
    """A new navigator sends what the schedule exports, answers what is asked once, and takes the file."""
    person.opens("/en/batch")
    chosen = {"name": "schedule.csv", "mimeType": "text/csv", "buffer": SCHEDULE.encode()}
    person.page.get_by_label("The list of visits").set_input_files(chosen)
    person.presses("Read the list")
    assert person.heading() == "2 to make, 1 of them to check"
    assert person.sees("Dx is “r/o mets”. “r/o” is no answer.")
    assert person.sees("Not read, and in no file we make: MRN.")
    assert "4711" not in person.page.content()
    person.ticks("Month first: 03/04/2026 is in March")
    name, content = person.downloads("Make the lists")
    assert name == "visits.pdf"
    cover, *sheets = page_texts(content)
    assert "Check: Dx" in cover
    assert any("March 4, 2027" in sheet for sheet in sheets)
