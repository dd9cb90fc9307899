"""A person keeps their answers in the PDF, ticks what was asked at the visit, and comes back with it."""

from tests.pdf.test_earlier_pdf import rewritten, ticking
from tests.stories.test_everyone_can_use_every_page import comes_back, keeps_the_answers


def test_she_goes_on_where_she_was(person):
    content = keeps_the_answers(person)
    person.presses("Back to the list")
    before = person.on_page()
    asked = person.page.locator("div.question").first.get_attribute("id").removeprefix("question-")
    comes_back(person, rewritten(content, ticking(asked)))
    assert person.heading() == "We found your list"
    assert person.is_ticked(before[0])
    person.ticks(before[4])
    person.presses("Show my questions")
    assert set(before) - set(person.on_page()) == {before[0], before[4]}
    assert set(person.on_page()) < set(before)


def test_a_wrong_file_is_told_and_nothing_is_lost(person):
    comes_back(person, b"a holiday picture")
    assert person.sees("This is not a PDF.")
    comes_back(person, keeps_the_answers(person))
    person.presses("Show my questions")
    assert len(person.on_page()) == 12
