"""An older man who sees less well prints the list in large letters."""

from io import BytesIO

from pypdf import PdfReader


def test_he_gets_large_print_and_more_pages(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    _name, standard = person.downloads("Get it as a PDF")
    person.unfolds("Large print")
    person.ticks("Large")
    _name, large = person.downloads("Get it as a PDF")
    pages = [len(PdfReader(BytesIO(content)).pages) for content in (standard, large)]
    assert pages[1] > pages[0]


def test_his_choice_is_still_there_after_he_changed_the_list(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    person.unfolds("Large print")
    person.ticks("Large", "A4")
    person.presses("Back to the list")
    person.does("Take off", person.on_page()[5])
    person.takes_it_along()
    assert person.is_ticked("Large")
    assert person.is_ticked("A4")


def test_he_chooses_how_much_he_prints_by_the_number_of_sides(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    prints(person, "My page: 2 sides", 2)
    prints(person, "My page and notes: 3 sides", 3)
    person.unfolds("Large print")
    person.ticks("Large")
    if not person.has_scripts:
        person.presses("Show it like this")
    prints(person, "My page: 4 sides", 4)
    prints(person, "My page and notes: 5 sides", 5)


def prints(person, choice, sides) -> None:
    person.page.get_by_label(choice).check()
    _name, content = person.downloads("Get it as a PDF")
    assert len(PdfReader(BytesIO(content)).pages) == sides
