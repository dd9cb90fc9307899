"""Someone on a phone of 360×740 pixels, with a tape measure."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from tests.walk import places

WIDTH, HEIGHT = 360, 740
NAMED_BY_CONTENT = {"StaticText", "button", "link", "heading", "DisclosureTriangle", "checkbox", "radio", "textbox"}
SHOWN = "node => node.checkVisibility({visibilityProperty: true})"


class Walker:
    """A new visit each time: nothing of the last one is there."""

    def __init__(self, browser: Browser, site: str):
        self.page: Page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, has_touch=True)
        self.page.set_default_timeout(8_000)
        self.site = site
        self.taps = 0

    def opens(self, path: str) -> None:
        self.page.goto(self.site + path)

    def shown(self, selector: str) -> list[Locator]:
        return [found for found in self.page.locator(selector).all() if found.evaluate(SHOWN)]

    def taps_on(self, place: Locator) -> None:
        self.taps += 1
        place.click()

    def answers(self, *answers: str) -> None:
        """Tick answers, each named by field and option, wherever the form is."""
        for answer in answers:
            field, option = answer.split(".")
            self.page.locator(f"[name={field}][value={option}]").first.check(force=True)

    def gets_the_list(self, *answers: str) -> None:
        self.opens(places.WHOLE_FORM)
        self.answers(*answers)
        self.taps_on(self.shown(places.SHOW)[-1])
        self.page.locator(places.QUESTION).first.wait_for()

    def goes_to_take(self) -> None:
        if not self.shown(places.PDF):
            self.taps_on(self.shown(places.TAKE)[0])
        self.page.locator(places.PDF).first.wait_for()

    def takes_pdf(self, extent: str = "", print_size: str = "") -> bytes:
        for selector, value in ((places.EXTENT, extent), (places.PRINT, print_size)):
            if value:
                choice = self.page.locator(selector.format(value)).first
                choice.evaluate("node => { const fold = node.closest('details'); if (fold) fold.open = true; }")
                choice.check()
        with self.page.expect_download() as download:
            self.page.locator(places.PDF).first.click()
        return Path(download.value.path()).read_bytes()

    def bottom(self, place: Locator) -> float:
        """Return how far down the page something ends, in screens."""
        return place.evaluate("node => node.getBoundingClientRect().bottom + scrollY") / HEIGHT

    def height(self, place: Locator) -> float:
        return place.evaluate("node => node.getBoundingClientRect().height") / HEIGHT

    def questions(self) -> list[str]:
        return [" ".join(text.split()) for text in self.page.locator(places.ASKED).all_inner_texts()]

    def spoken(self) -> list[str]:
        """Return what a screen reader reads on the page, piece by piece; a button is one, with all that is in it."""
        devtools = self.page.context.new_cdp_session(self.page)
        nodes = {node["nodeId"]: node for node in devtools.send("Accessibility.getFullAXTree")["nodes"]}
        return [" ".join(name.split()) for name in _names(next(iter(nodes.values())), nodes)]

    def ends(self) -> None:
        self.page.context.close()


def _names(node: dict, nodes: dict[str, dict]) -> Iterator[str]:
    role = node.get("role", {}).get("value")
    if not node["ignored"] and role in NAMED_BY_CONTENT:
        yield str(node.get("name", {}).get("value", ""))
        return
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _names(nodes[child], nodes)
