"""A woman with metastatic cancer prepares for tomorrow on her phone.

She says what she knows, reads her list, drops what she knows already, adds a question about money, and
takes the PDF along.
"""

OPTIONS_NOW = "What are my options now, in the order you would try them?"
COST = "What might I have to pay for my treatment?"


def test_she_leaves_with_her_list(person, pdf_text):
    person.opens()
    person.ticks("Stage IV (metastatic)", "HR-positive, HER2-negative")
    person.ticks("A treatment for cancer that has spread stopped working", "Side effects", "Clinical trials")
    person.unfolds("Add your name")
    person.types("Your name", "María Łoś")
    person.presses("Show my questions")

    assert person.heading() == "Your questions"
    assert person.sees("Ask these first")
    assert person.is_ticked(OPTIONS_NOW)

    person.unfolds("Why this question?")
    assert person.sees("Because you told us:")

    person.unticks("Which side effects are most likely with my treatment?")
    person.unfolds("More you could ask")
    person.ticks(COST)
    person.page.get_by_label("A4", exact=True).check()
    name, content = person.downloads("Get it as a PDF")

    assert name == "Questions for my visit.pdf"
    text = pdf_text(content)
    assert "María Łoś" in text
    assert OPTIONS_NOW in text
    assert COST in text
    assert "Which side effects are most likely" not in text


def test_she_updates_the_list_and_changes_an_answer_without_losing_anything(person):
    person.opens()
    person.ticks("Stage IV (metastatic)", "About to start the first treatment for cancer that has spread")
    person.presses("Show my questions")
    person.unfolds("More you could ask")
    person.ticks(COST)
    person.presses("Update my list")
    assert person.page.get_by_label(COST, exact=True).is_visible()
    assert person.is_ticked(COST)

    person.presses("Change my answers")
    assert person.is_ticked("Stage IV (metastatic)")
    person.ticks("Fear that it comes back")
    person.presses("Show my questions")
    assert person.is_ticked(COST)
    assert person.is_ticked("What can help when I fear that the cancer will come back or grow?")


def test_she_reads_it_as_plain_text(person):
    person.opens()
    person.presses("Show my questions")
    person.presses("Show it as plain text")
    assert person.sees("QUESTIONS FOR MY VISIT")
