"""A navigator who never touches the mouse fills in the form and prints the list."""


def test_the_whole_way_by_keyboard(person):
    person.opens()
    keyboard = person.page.keyboard

    def focused() -> str:
        return person.page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        )  # the devtools may look even where the page's own scripts are off

    def tabs_to(wanted: str) -> None:
        for _press in range(80):
            keyboard.press("Tab")
            if focused().startswith(wanted):
                return
        raise AssertionError(f"{wanted} is not reached by Tab")

    keyboard.press("Tab")
    assert focused() == "Skip to the main part"
    tabs_to("Stage 0 (DCIS)")
    keyboard.press("ArrowDown")
    assert focused() == "Stage I or II (early)"
    tabs_to("HR-positive, HER2-negative")
    keyboard.press("ArrowDown")
    tabs_to("Side effects")
    keyboard.press("Space")
    tabs_to("Show my questions")
    keyboard.press("Enter")
    person.page.wait_for_selector("text=Your questions")
    person.page.wait_for_load_state()

    tabs_to("Why this question?")
    keyboard.press("Enter")
    assert person.sees("Because you told us:") or person.sees("This one fits everyone.")
    tabs_to("Get it as a PDF")
    with person.page.expect_download() as download:
        keyboard.press("Enter")
    assert download.value.suggested_filename == "Questions for my visit.pdf"
