"""First visit, at a clinic's desk: a navigator who never touches the mouse prints a list."""

GOAL = "What is the main goal of my treatment?"


def test_the_whole_way_by_keyboard(person):
    person.opens("/en/")
    keyboard = person.page.keyboard
    keyboard.press("Tab")
    person.waits_for_focus("Skip to the main part")
    person.tabs_to("Show the whole form on one page")
    keyboard.press("Enter")
    person.waits_for_focus("For me")
    keyboard.press("ArrowDown")
    person.waits_for_focus("For someone I help")
    person.tabs_to("No diagnosis yet: tests are planned")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    person.waits_for_focus("Stage 1 or 2 (I, II): early")
    person.tabs_to("Yes: ER-positive or PR-positive")
    keyboard.press("ArrowDown")
    person.tabs_to("Side effects")
    keyboard.press("Space")
    person.tabs_to("Show my questions")
    keyboard.press("Enter")
    person.page.wait_for_selector("text=Questions for the visit")
    person.page.wait_for_load_state()

    person.tabs_to("More for question 1")
    keyboard.press("Enter")
    assert person.sees("Because you did not say: where you are in treatment.")
    person.tabs_to("Get the page")
    keyboard.press("Enter")
    person.page.wait_for_selector("text=Take it with you")
    person.page.wait_for_load_state()
    person.tabs_to("Get it as a PDF")
    with person.page.expect_download() as download:
        keyboard.press("Enter")
    assert download.value.suggested_filename == "Questions for my visit.pdf"


def test_everything_on_the_list_by_keyboard(person):
    """After each button the focus is on the same question, so that the next press is at hand."""
    person.fills_in("Stage 4 (IV): metastatic", "Side effects")

    def presses(button, question) -> None:
        pressed = person.card(question).get_by_role("button", name=button, include_hidden=True)
        if not pressed.is_visible():
            person.card(question).locator(".more > summary").press("Enter")
        pressed.focus()
        person.enters()

    moved = person.on_page()[5]
    presses("Ask first", moved)
    assert person.first_three()[0] == moved
    person.waits_for_focus("Ask first")
    person.enters()
    assert moved not in person.first_three()

    before = person.on_page()
    presses("Move down", moved)
    assert person.on_page() != before
    person.waits_for_focus("Move")
    person.tabs_to("Undo")
    person.enters()
    assert person.on_page() == before

    presses("Take off", moved)
    assert moved not in person.on_page()
    person.waits_for_focus("Undo")


def test_the_main_way_takes_fifteen_keys_at_most(person):
    """Who the visit is with, stage, ER/PR, HER2, where treatment stands, one worry, and the list."""
    person.opens()
    person.tabs_to("A cancer doctor (medical oncologist)")
    keys = ["Space", *["Tab", "ArrowDown", "ArrowDown"], *["Tab", "Space"], *["Tab", "Space"], *["Tab", "ArrowDown"]]
    keys += ["Tab", "Space", "Enter"]
    for key in keys[:-1]:
        person.page.keyboard.press(key)
    for label in (
        "A cancer doctor (medical oncologist)",
        "Stage 1 or 2 (I, II): early",
        "Yes: ER-positive or PR-positive",
        "HER2-negative",
        "A treatment is suggested or planned, and has not begun",
        "Side effects",
    ):
        assert person.is_ticked(label)
    person.enters()
    assert person.heading() == "Your questions"
    assert len(keys) <= 15


def test_what_does_not_fit_the_stage_is_passed_by(person):
    person.opens()
    person.ticks("No diagnosis yet: tests are planned")
    assert not person.page.get_by_label("HER2-positive", exact=True).is_visible()
    person.page.keyboard.press("Tab")
    person.waits_for_focus("Side effects")
    person.ticks("Stage 1 or 2 (I, II): early")
    assert person.page.get_by_label("HER2-positive", exact=True).is_visible()
    assert not person.page.get_by_label("A treatment for cancer that has spread stopped working").is_visible()
