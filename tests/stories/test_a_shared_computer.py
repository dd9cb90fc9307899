"""The next person at the clinic's computer presses Back, and must not see the last one's answers."""


def fills_in(person):
    person.opens("/en/")
    person.ticks("Stage IV (metastatic)", "What lies ahead")
    person.unfolds("Add your name")
    person.types("Your name", "Xanthippe")
    person.presses("Show my questions")
    assert person.heading() == "Your questions"


def sees_nothing_of_it(person):
    content = person.page.content()
    return "Xanthippe" not in content and person.page.locator("input:checked").count() == 0


def test_back_from_the_list_shows_an_empty_form(person):
    fills_in(person)
    person.goes_back()
    assert sees_nothing_of_it(person)


def test_back_from_an_empty_form_does_not_show_the_list(person):
    fills_in(person)
    person.page.get_by_role("link", name="Visit Prep").click()
    person.goes_back()
    assert sees_nothing_of_it(person)


def test_back_from_another_page_of_ours_does_not_show_the_list(person):
    fills_in(person)
    person.page.get_by_role("link", name="Privacy").click()
    person.goes_back()
    assert sees_nothing_of_it(person)
