"""A woman with metastatic cancer prepares for tomorrow on her phone.

She says what she knows, reads her list, takes off what she knows already, says one question in her own
words, adds one about money and one of her own, and takes the PDF along.
"""

import pytest

OPTIONS_NOW = "What are my options now, in the order you would try them?"
RESULTS = "How do my test results affect which medicines may suit me?"
SIDE_EFFECTS = "Which side effects are most likely with my treatment?"
TRIAL = "Is there a clinical trial that could be right for me?"
COST = "What might I have to pay for my treatment?"


def test_she_leaves_with_her_list(person, pdf_text):
    person.opens()
    person.ticks("Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-negative")
    person.ticks("A treatment for cancer that has spread stopped working", "Side effects", "Clinical trials")
    person.unfolds("Add your name")
    person.types("Your name", "María Łoś")
    person.presses("Show my questions")

    assert person.heading() == "Your questions"
    assert person.sees("Ask these first")
    assert OPTIONS_NOW in person.first_three()

    person.unfolds("More for question 1")
    assert person.sees("Because you told us:")

    person.does("Take off", SIDE_EFFECTS)
    person.does("Ask first", TRIAL)
    assert person.first_three()[0] == TRIAL
    person.rewords(RESULTS, "What do my results mean for the next step?")
    assert person.sees("In your words")
    person.writes("Can I go to my sister’s wedding in June?")
    person.unfolds("Add more questions")
    person.types("Search for a word", "Cost")
    person.presses("Search")
    assert person.sees("questions found")
    person.does("Add", COST)
    person.takes_it_along()
    person.unfolds("Large print")
    person.ticks("A4")
    name, content = person.downloads("Get it as a PDF")

    assert name == "Questions for my visit.pdf"
    text = pdf_text(content)
    for printed in (
        "María Łoś",
        OPTIONS_NOW,
        TRIAL,
        "What do my results mean for the next step?",
        "sister’s wedding in June?",
        COST,
    ):
        assert printed in text, printed
    assert SIDE_EFFECTS not in text
    assert RESULTS not in text


def test_she_changes_an_answer_without_losing_anything(person):
    person.fills_in("Stage 4 (IV): metastatic", "About to start the first treatment for cancer that has spread")
    person.unfolds("Add more questions")
    person.unfolds("Daily life")
    person.does("Add", COST)
    assert COST in person.on_page()

    person.changes_answers()
    assert person.is_ticked("Stage 4 (IV): metastatic")
    person.ticks("Fear that the cancer comes back")
    person.presses("Show my questions")
    assert COST in person.on_page()
    assert "What can help when I fear that the cancer may come back or grow?" in person.on_page()

    person.writes("May I travel?")
    assert "May I travel?" in person.on_page()


def test_loading_the_list_anew_loses_nothing_without_being_told(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.writes("May I travel?")
    before = person.on_page()
    assert person.loads_anew() == person.has_scripts
    if person.has_scripts:
        assert person.sees("The form is empty now, for we keep nothing you enter.")
        assert person.page.locator("input:checked").count() == 1
    else:
        assert person.on_page() == before


def test_she_reads_it_as_plain_text(person):
    person.opens()
    person.presses("Show my questions")
    listed = person.on_page()
    person.takes_it_along()
    person.unfolds("Copy or e-mail it")
    text = person.page.get_by_label("The whole list").input_value()
    assert text.startswith("QUESTIONS FOR MY VISIT")
    assert all(f"[ ] {number}. {question}" in text for number, question in enumerate(listed, 1))
    assert person.page.get_by_role("link", name="Open in my e-mail").get_attribute("href").startswith("mailto:?")
    person.presses("Back to the list")
    assert person.on_page() == listed


def test_she_copies_her_list_also_where_the_browser_keeps_its_clipboard_from_pages(person):
    """Browsers do so with pages that come over plain http."""
    if not person.has_scripts:
        pytest.skip("without scripts she selects the text herself")
    person.page.add_init_script("delete Navigator.prototype.clipboard")
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    person.unfolds("Copy or e-mail it")
    person.page.get_by_role("button", name="Copy the list").click()
    assert person.sees("Copied.")
    person.page.evaluate("document.execCommand = () => false")
    person.page.get_by_role("button", name="Copy the list").click()
    assert person.sees("Your browser did not let us copy.")


def test_she_finds_all_that_she_can_do_to_a_question_close_together(person):
    person.fills_in("Stage 4 (IV): metastatic", "Side effects")
    card = person.page.locator(".question").first
    star, more = card.locator(".star"), card.locator(".more > summary")
    more.scroll_into_view_if_needed()
    at = more.bounding_box()
    assert abs(star.bounding_box()["y"] - at["y"]) < 2
    assert card.bounding_box()["height"] < 170
    more.click()
    assert more.bounding_box() == at, "what was pressed stays where the finger is"
    off = card.get_by_role("button", name="Take off").bounding_box()
    assert off["y"] < at["y"] + 120


def test_she_finds_a_medicine_by_its_brand_also_mistyped(person):
    person.fills_in("Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-negative")
    person.unfolds("Add more questions")
    person.types("Search for a word", "palbocicib")
    person.enters()
    assert "Which CDK4/6 inhibitor, if any, is right for me?" in [
        *person.on_page(),
        *person.page.locator(".find .ask").all_inner_texts(),
    ]
    person.waits_for_focus("1 question", "2 questions", "3 questions", "Already", "0 questions")


def test_a_fourth_star_says_which_question_made_room(person):
    person.fills_in("Stage 4 (IV): metastatic")
    for _star in range(3):
        person.does("Ask first", person.on_page()[8])
    last = person.first_three()[2]
    chosen = person.on_page()[9]
    person.does("Ask first", chosen)
    assert person.first_three()[0] == chosen
    assert person.on_page()[3] == last
    assert person.page.locator(".said").inner_text().startswith("Now number 1. Moved down to number 4")
    person.waits_for_focus("Ask first")
    person.undoes_what_was_just_said()
    assert person.first_three()[2] == last
