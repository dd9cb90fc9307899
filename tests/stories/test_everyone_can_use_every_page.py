"""axe finds nothing on any page or state, nothing scrolls sideways, and every target is large enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from prep.web.shared_computer import IDLE, WARNING
from tests.stories.conftest import SCREENS

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def the_start_page(person):
    person.opens("/en/")


def question(number):
    def opens(person):
        person.opens("/en/")
        person.page.get_by_role("link", name="Start", exact=True).click()
        for _next in range(number - 1):
            person.page.get_by_role("link", name="Next", exact=True).click()
        assert person.sees(f"Question {number} of 6")

    opens.__name__ = f"question_{number}"
    return opens


def the_last_details(person):
    person.opens("/en/#ask-more")


def form(person):
    person.opens()


def form_unfolded(person):
    person.opens()
    person.unfolds("Add more detail")
    person.unfolds("Add your name")


def form_with_errors(person):
    person.opens()
    person.unfolds("Add your name")
    person.types("Your name", "a" * 100)
    person.presses("Show my questions")


def quick_check(person):
    person.opens()
    person.ticks("On a second or later treatment for cancer that has spread", "Stage 1 or 2 (I, II): early")
    person.presses("Show my questions")


def the_list(person):
    person.fills_in("Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-positive", "Side effects")


def the_list_unfolded(person):
    the_list(person)
    for fold in (
        "More for question 1",
        "Change words",
        "Write my own",
        "Add more",
        "Clinical trials",
        "Questions about time",
    ):
        person.unfolds(fold)


def the_list_searched(person):
    the_list(person)
    person.unfolds("Add more")
    person.types("Search for a word", "hair")
    person.presses("Search")


def the_list_made_ones_own(person):
    the_list(person)
    person.does("Ask first", person.on_page()[5])
    person.rewords(person.on_page()[4], "What would you do?")
    person.writes("May I travel in June?")
    person.does("Take off", person.on_page()[3])


def the_list_with_texts_too_long(person):
    the_list(person)
    person.writes("x" * 300)


def the_list_to_fit_better(person):
    the_list(person)
    person.unfolds("Make it fit better")
    person.types("Type the name of a medicine or treatment", "Ibrence")
    person.presses("Find it")
    person.unfolds("Which of these are true for you?")


def a_name_that_is_not_known(person):
    the_list(person)
    person.unfolds("Make it fit better")
    person.types("Type the name of a medicine or treatment", "xyzzy")
    person.presses("Find it")


def the_list_for_someone_else(person):
    person.fills_in("For someone I help", "Stage 4 (IV): metastatic", "What lies ahead")


def the_answers_to_change(person):
    the_list(person)
    person.presses("Change answers")


def the_answers_to_change_all_on_one_page(person):
    the_list(person)
    person.changes_answers()


def a_reloaded_page(person):
    the_list(person)
    person.loads_anew()


def the_start_on_a_shared_computer(person):
    person.opens("/en/shared")


def a_list_left_idle_on_a_shared_computer(person):
    person.page.clock.install()
    person.opens("/en/shared#all")
    person.ticks("Stage 4 (IV): metastatic")
    person.presses("Show my questions")
    person.page.clock.run_for((IDLE - WARNING + 5) * 1000)
    person.page.get_by_role("alertdialog").wait_for()
    person.page.clock.resume()


def the_page_to_take_along(person):
    the_list(person)
    person.takes_it_along()


def the_page_to_take_along_unfolded(person):
    the_page_to_take_along(person)
    for fold in ("Large print", "Copy or e-mail it"):
        person.unfolds(fold)
    if person.page.locator(".look-closer").is_visible():
        person.unfolds("See the page larger")


def the_page_to_take_along_in_large_print(person):
    the_page_to_take_along(person)
    person.unfolds("Large print")
    person.ticks("Large", "A4")
    person.presses("Show it like this")


def a_list_of_visits_with_mistakes(person):
    person.opens("/en/batch")
    mistaken = {"name": "visits.csv", "mimeType": "text/csv", "buffer": b"name,stage\nAnn,metastatik\n"}
    person.page.get_by_label("The list of visits").set_input_files(mistaken)
    person.presses("Read the list")


def a_list_of_visits_that_was_read(person):
    person.opens("/en/batch")
    content = b"MRN,name,date,dx\n1,Ann,03/04/2026,stage IIB\n2,Bo,,stage II\n3,Cy,,r/o mets\n"
    schedule = {"name": "visits.csv", "mimeType": "text/csv", "buffer": content}
    person.page.get_by_label("The list of visits").set_input_files(schedule)
    person.presses("Read the list")


def keeps_the_answers(person) -> bytes:
    """Fill in the form, and leave with a PDF that carries the answers."""
    person.fills_in("Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-positive")
    person.takes_it_along()
    person.ticks("Keep my answers in the PDF, so that I can go on from it later")
    return person.downloads("Get it as a PDF")[1]


def comes_back(person, content):
    person.opens("/en/earlier")
    chosen = {"name": "visit.pdf", "mimeType": "application/pdf", "buffer": content}
    person.page.get_by_label("Your PDF from last time").set_input_files(chosen)
    person.presses("Open my list")


def an_earlier_list(person):
    comes_back(person, keeps_the_answers(person))


def an_earlier_list_that_is_none(person):
    comes_back(person, b"holiday")


def an_earlier_list_of_another_bank(person):
    comes_back(
        person,
        b"""{"bank": "1", "answers": {"stage": ["early"], "shoe-size": ["xl"]}, "page": [
        {"id": "gone", "text": "Do I need crutches?"}, {"id": "cost", "text": "What might I have to pay?"}]}""",
    )


def the_program_interface(person):
    person.opens("/api/v1/")


def about(name, start="/en/"):
    def opens(person):
        person.opens(start + name)

    opens.__name__ = f"{start}{name}".removeprefix("/en/")
    return opens


CLINIC = "/c/edge/en/"


def a_clinics_form_in_its_own_tab(person):
    person.opens(CLINIC + "#own-tab")


def a_clinics_list(person):
    person.opens(CLINIC + "#all")
    person.presses("Show my questions")
    person.unfolds("Questions about time")


def a_clinics_form_with_errors(person):
    person.opens(CLINIC + "#all")
    person.unfolds("Add your name")
    person.types("Your name", "a" * 100)
    person.presses("Show my questions")


def sources_that_were_looked_for(person):
    person.opens("/en/sources")
    person.types("Find a source", "lymphedema arm")
    person.presses("Find")


def sources_unfolded(person):
    person.opens("/en/sources")
    person.unfolds("My bones")


STATES = [
    the_start_page,
    *(question(number) for number in range(1, 7)),
    the_last_details,
    form,
    form_unfolded,
    form_with_errors,
    quick_check,
    the_list,
    the_list_unfolded,
    the_list_searched,
    the_list_made_ones_own,
    the_list_with_texts_too_long,
    the_list_to_fit_better,
    a_name_that_is_not_known,
    the_list_for_someone_else,
    the_answers_to_change,
    the_answers_to_change_all_on_one_page,
    a_reloaded_page,
    the_start_on_a_shared_computer,
    a_list_left_idle_on_a_shared_computer,
    the_page_to_take_along,
    the_page_to_take_along_unfolded,
    the_page_to_take_along_in_large_print,
    a_list_of_visits_with_mistakes,
    a_list_of_visits_that_was_read,
    an_earlier_list,
    an_earlier_list_that_is_none,
    an_earlier_list_of_another_bank,
    the_program_interface,
    sources_that_were_looked_for,
    sources_unfolded,
    *(
        about(name)
        for name in (
            "privacy",
            "sources",
            "accessibility",
            "nowhere",
            "cleared",
            "left",
            "next",
            "batch",
            "earlier",
            "clinics",
            "clinics/statement",
        )
    ),
    a_clinics_form_in_its_own_tab,
    a_clinics_form_with_errors,
    a_clinics_list,
    *(about(name, CLINIC) for name in ("", "nowhere", "left", "clinics", "clinics/statement")),
]

SMALL_TARGETS = """
() => [...document.querySelectorAll("a, button, summary, textarea, input:not([type=hidden])")].flatMap((one) => {
    const label = one.labels?.[0]?.getBoundingClientRect();
    const box = one.getBoundingClientRect();
    const inline = one.tagName === "A" && getComputedStyle(one).display === "inline";
    const wide = Math.max(box.width, label?.width ?? 0), high = Math.max(box.height, label?.height ?? 0);
    return wide === 0 || inline || (wide >= 24 && high >= 24) ? [] : [`${one.outerHTML.slice(0, 90)} ${wide}x${high}`];
})
"""


@pytest.mark.parametrize("person", [SCREENS["phone"], SCREENS["desk"]], ids=["phone", "desk"], indirect=True)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(person, state, scheme):
    person.page.emulate_media(color_scheme=scheme)
    state(person)
    found = Axe().run(person.page, options=RULES).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    wide = person.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0, "the page scrolls sideways"
    assert person.page.evaluate(SMALL_TARGETS) == []
    assert unseen_focus(person) == []


def unseen_focus(person) -> list[str]:
    """Press Tab through the page, and return what has the focus without showing it."""
    person.page.evaluate("document.activeElement.blur()")
    unseen = []
    for _press in range(40):
        person.page.keyboard.press("Tab")
        unseen += person.page.evaluate(UNSEEN_FOCUS)
    return unseen


UNSEEN_FOCUS = """
() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    if (one === document.body) return [];
    const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const row = one.closest(".option") ?? one; // an answer shows it with its whole row
    const isShown = [one, row].some((drawn) => getComputedStyle(drawn).outlineStyle !== "none");
    return onScreen && isShown ? [] : [one.outerHTML.slice(0, 90)];
}
"""
