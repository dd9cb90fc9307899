"""Someone who has their list tells more: whom the visit is with, and the name on a box that is hard to spell."""

STAGE = "Stage 4 (IV): metastatic"


def test_details_and_a_medicine_make_the_list_fit_better(person):
    person.fills_in(STAGE)
    before = person.on_page()
    person.unfolds("Make it fit better")
    person.page.locator("#fit-better").get_by_label("A breast surgeon").check()
    person.presses("Update my list")
    person.waits_for_focus("Your list has changed.")
    assert person.on_page() != before

    person.types("Type the name of a medicine or treatment", "Ibrence")
    person.presses("Find it")
    person.waits_for_focus("You typed “Ibrence”. Did you mean this?")
    person.ticks("Having it now")
    person.presses("Add it to my answers")
    person.waits_for_focus("Your list has changed.")

    person.types("Type the name of a medicine or treatment", "palbociclib")
    person.page.keyboard.press("Enter")
    person.page.locator(".named-found").wait_for()
    assert person.is_ticked("Having it now")
    person.ticks("It stopped working")
    person.presses("Add it to my answers")
    person.changes_answers()
    assert person.page.locator("[name=treatments-stopped-working][value=palbociclib]").is_checked()
    assert not person.page.locator("[name=treatments-now][value=palbociclib]").is_checked()
