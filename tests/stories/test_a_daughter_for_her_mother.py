"""A daughter prepares the visit of her mother, and hands the list over for her."""

GOAL = "What is the main goal of my treatment?"


def test_she_is_spoken_to_as_a_helper_and_the_questions_stay_her_mothers(person, pdf_text):
    person.opens()
    person.ticks("For someone I help", "Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-negative")
    person.unfolds("Add your name")
    person.types("Your name", "Rosa Lee")
    person.presses("Show my questions")

    assert person.heading() == "Questions for the visit"
    assert GOAL in person.on_page()

    person.takes_it_along()
    assert person.sees("I am here for Rosa Lee. We brought some questions.")
    _name, content = person.downloads("Get it as a PDF")
    text = pdf_text(content)
    assert "Our questions for today" in text
    assert "Name: Rosa Lee" in text
    assert "I am here for Rosa Lee." in text
    assert GOAL in text

    person.changes_answers()
    assert person.is_ticked("For someone I help")
