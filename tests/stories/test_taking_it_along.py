"""At the last page she sees her sheet as it will be, and prints it or shares it with one press."""

import pytest

SHARES = """
() => {
    window.shared = [];
    navigator.canShare = ({ files }) => files[0].type === "application/pdf";
    navigator.share = async ({ files: [file], title }) => {
        shared.push([file.name, title, file.size, new TextDecoder().decode(await file.slice(0, 5).arrayBuffer())]);
        document.body.dataset.handedOver = "yes";
    };
}
"""
FORGETS_THE_PRESS = "() => { navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); }; }"
CANNOT = "() => { window.fetch = async () => new Response('', { status: 503 }); }"


def on_her_phone(person):
    if not person.has_scripts:
        pytest.skip("sharing takes a script")
    person.page.add_init_script(f"({SHARES})()")
    person.fills_in("Stage 4 (IV): metastatic", "Side effects")
    person.takes_it_along()


def presses_share(person):
    person.page.get_by_role("button", name="Share").click()


def test_she_shares_the_pdf_and_her_answers_stay_with_her(person):
    on_her_phone(person)
    person.ticks("Keep my answers in the PDF, so that I can go on from it later")
    with person.page.expect_request("**/checklist") as sent:
        presses_share(person)
    assert "keep_answers" not in sent.value.post_data
    person.page.locator("body[data-handed-over]").wait_for()
    ((name, title, size, begin),) = person.page.evaluate("shared")
    assert (name, title, begin) == ("Questions for my visit.pdf", "Questions for my visit", "%PDF-")
    assert size > 10_000


def test_where_the_browser_forgot_the_press_another_is_enough(person):
    on_her_phone(person)
    person.page.evaluate(FORGETS_THE_PRESS)
    presses_share(person)
    person.page.get_by_text("The PDF is ready. Press “Share” once more.").wait_for()
    person.page.evaluate(SHARES)
    person.page.evaluate(CANNOT)
    presses_share(person)
    person.page.locator("body[data-handed-over]").wait_for()


def test_where_no_pdf_comes_she_is_told_what_to_do(person):
    on_her_phone(person)
    person.page.evaluate(CANNOT)
    presses_share(person)
    person.page.get_by_text("Sharing did not work. Get the page as a PDF").wait_for()


def test_a_browser_that_cannot_share_files_offers_nothing(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    assert not person.page.locator("[data-share]").is_visible()


def test_she_prints_with_one_press(person):
    if person.has_scripts:
        person.page.add_init_script("window.print = () => { window.printed = true; }")
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    if person.has_scripts:
        person.page.get_by_role("button", name="Print", exact=True).click()
        assert person.page.evaluate("printed")
    else:
        assert not person.page.locator("[data-print]").is_visible()


def page_and_picture(person):
    """Return how wide the sheet is laid out, how wide it is seen, and how wide its picture is."""
    return person.page.evaluate(
        "(() => { const ink = document.querySelector('.ink'), picture = document.querySelector('.picture');"
        "return [ink.offsetWidth, ink.getBoundingClientRect().width, picture.clientWidth, picture.scrollWidth]; })()"
    )


def test_the_picture_is_the_sheet_made_smaller_as_a_whole(person):
    person.fills_in("Stage 4 (IV): metastatic", "Side effects")
    person.takes_it_along()
    laid_out, seen, room, all_of_it = page_and_picture(person)
    assert laid_out == pytest.approx(215.9 / 25.4 * 96, abs=1)
    assert seen == pytest.approx(room, abs=2)
    assert all_of_it == pytest.approx(room, abs=2), "it is one page"


def test_what_she_chooses_is_seen_in_the_picture(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    person.unfolds("Large print")
    person.ticks("A4", "Large")
    person.presses("Show it like this")
    laid_out, _seen, room, all_of_it = page_and_picture(person)
    assert laid_out == pytest.approx(210 / 25.4 * 96, abs=1)
    assert all_of_it > 1.5 * room, "it goes on to a second page"


def test_a_desk_screen_has_the_sheet_beside_the_list_and_a_phone_has_not(person):
    person.fills_in("Stage 4 (IV): metastatic")
    picture = person.page.locator(".picture")
    assert picture.is_visible() == (person.page.viewport_size["width"] > 1024)
    if picture.is_visible():
        taken = person.on_page()[0]
        person.does("Take off", taken)
        assert taken not in picture.inner_text()


def test_who_thinks_of_her_name_at_the_end_adds_it_with_one_press(person):
    person.fills_in("Stage 4 (IV): metastatic")
    person.takes_it_along()
    person.presses("Or add them here")
    person.types("Your name", "Ann Example")
    person.types("Day of the visit", "2026-12-03")
    person.presses("Show my questions")
    person.takes_it_along()
    assert person.page.locator(".picture").get_by_text("Ann Example").count() == 1
    assert person.page.get_by_role("button", name="Or add them here").count() == 0
    assert person.page.get_by_role("button", name="Put the visit in my calendar").is_visible()
