"""Someone tired takes off the wrong question, writes too much, and gets everything back."""

LONG = "I have been wondering since the last visit whether " * 6


def test_a_question_taken_off_by_mistake_comes_back_with_one_press(person):
    person.fills_in("Stage 4 (IV): metastatic")
    before = person.on_page()
    person.does("Take off", before[4])
    assert before[4] not in person.on_page()
    assert person.page.locator(".said", has_text=before[4]).is_visible()
    person.undoes_what_was_just_said()
    assert person.on_page() == before


def test_several_steps_are_undone_one_by_one(person):
    person.fills_in("Stage 4 (IV): metastatic")
    before = person.on_page()
    person.does("Ask first", before[6])
    person.does("Move down", before[8])
    person.writes("May I travel?")
    for _step in range(3):
        person.presses("Undo")
    assert person.on_page() == before
    assert person.page.get_by_role("button", name="Undo").count() == 0


def test_what_is_too_long_stays_where_it_was_typed_until_it_fits(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.writes(LONG)
    field = person.page.get_by_label("Your question", exact=True)
    assert field.input_value() == LONG
    person.page.locator(".summary").get_by_role("link", name="This is too long").click()
    assert field.evaluate("field => field === document.activeElement")
    field.fill(LONG[:150])
    person.presses("Add my question")
    assert LONG[:150].strip() in person.on_page()
    assert person.page.locator(".summary").count() == 0


def test_strange_letters_are_shown_as_they_were_typed(person, pdf_text):
    person.fills_in("Stage 4 (IV): metastatic")
    typed = "Can <b>I</b> travel 🙂 with שרה?"
    person.writes(typed)
    assert typed in person.on_page()
    person.takes_it_along()
    _name, content = person.downloads("Get it as a PDF")
    assert "Can <b>I</b> travel" in pdf_text(content)
