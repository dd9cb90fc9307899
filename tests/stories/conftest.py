"""A real browser before the real server, for stories as a person lives them."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, Page
from werkzeug.serving import make_server

from prep.app import create_app
from prep.clinics.loader import load
from prep.settings import Settings
from tests.conftest import CLINICS

ALL_ON_ONE_PAGE = "/en/next"
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(bank):
    """The address of a running site. It has one clinic, at /c/edge/."""
    clinics = load(CLINICS.parent / "edge.yaml", bank, ["en"])
    server = make_server("127.0.0.1", 0, create_app(Settings(), bank, clinics=clinics), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@dataclass
class Person:
    """Someone at a screen. What they do is what a person can do: read, tick, type, press."""

    page: Page
    site: str
    has_scripts: bool

    def opens(self, path=ALL_ON_ONE_PAGE) -> None:
        self.page.goto(self.site + path)

    def sees(self, text) -> bool:
        return self.page.get_by_text(text).first.is_visible()

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def ticks(self, *labels) -> None:
        for label in labels:
            answer = self.page.get_by_label(label, exact=True)
            if not answer.is_visible():
                answer.locator("xpath=ancestor::details[not(@open)]/summary").click()
            answer.check()

    def fills_in(self, *labels) -> None:
        """Tick the answers on the empty form, and ask for the list."""
        self.opens()
        self.ticks(*labels)
        self.presses("Show my questions")

    def card(self, question) -> Locator:
        """Return the card of a question on the list."""
        return self.page.locator(".question", has=self.page.locator(".ask", has_text=question)).first

    def does(self, button, question) -> None:
        """Press a button of one question, behind its three dots if need be."""
        pressed = self.card(question).get_by_role("button", name=button, include_hidden=True)
        if not pressed.is_visible():
            self.card(question).locator(".more > summary").click()
        self._follows(pressed)

    def rewords(self, question, words) -> None:
        self.card(question).locator(".more > summary").click()
        self.card(question).locator("summary", has_text="Change words").click()
        self.card(question).get_by_label("Your words for this question").fill(words)
        self.does("Save my words", question)

    def writes(self, question) -> None:
        if not self.page.get_by_label("Your question", exact=True).is_visible():
            self.unfolds("Write my own question")
        self.page.get_by_label("Your question", exact=True).fill(question)
        self.presses("Add my question")

    def undoes_what_was_just_said(self) -> None:
        self._follows(self.page.locator(".said").get_by_role("button", name="Undo"))

    def first_three(self) -> list[str]:
        return self.page.locator(".top-three .ask").all_inner_texts()

    def on_page(self) -> list[str]:
        """Return the questions on the page, as they are read."""
        return self.page.locator("div.question > .ask").all_inner_texts()

    def unfolds(self, summary) -> None:
        self.page.locator("summary", has_text=summary).first.click()

    def types(self, label, text) -> None:
        self.page.locator("input, textarea").and_(self.page.get_by_label(label)).fill(text)

    def presses(self, button) -> None:
        """Press a button that leads on."""
        self._follows(self.page.get_by_role("button", name=button).first)

    def _follows(self, pressed: Locator) -> None:
        with self.the_next_step():
            pressed.click()

    def enters(self) -> None:
        """Press Enter on what has the focus and leads on."""
        with self.the_next_step():
            self.page.keyboard.press("Enter")

    @contextmanager
    def the_next_step(self) -> Iterator[None]:
        """Wait for the next step: a page without scripts, and with them what is put in its place."""
        self.waits_until(lambda: self.page.locator("main[aria-busy]").count() == 0)  # what was chosen last is shown
        before = self._shown()
        if before is None:
            with self.page.expect_navigation():
                yield
        else:
            yield
            self.waits_until(lambda: self._shown() != before)

    def _shown(self) -> str | None:
        """Return how many steps this document has shown; none where steps are pages."""
        return self.page.evaluate("document.documentElement.dataset.shown ?? null")

    def waits_until(self, is_so: Callable[[], bool]) -> None:
        for _look in range(200):
            with suppress(Error):  # while one page takes the place of another
                if is_so():
                    return
            self.page.wait_for_timeout(50)
        raise AssertionError("it did not come")

    def goes_back(self) -> None:
        """Press Back, as a person does: once the page is there, pictures and all."""
        self._goes(self.page.go_back)

    def goes_forward(self) -> None:
        self._goes(self.page.go_forward)

    def _goes(self, to: Callable[..., object]) -> None:
        self.page.wait_for_load_state("load")
        with suppress(Error):  # Playwright takes a browser's own page for an error; what is seen is asked for below
            to(wait_until="commit")
        self.page.wait_for_timeout(300)  # a restored page tells nobody when it is shown

    def loads_anew(self) -> bool:
        """Reload the page, go through with it where the browser asks, and return whether it asked."""
        asked = []

        def goes_through(dialog):
            asked.append(dialog.type)
            dialog.accept()

        self.page.on("dialog", goes_through)
        self.page.reload()
        self.page.remove_listener("dialog", goes_through)
        return asked == ["beforeunload"]

    def sees_the_browsers_own_error(self) -> bool:
        return self.page.url.startswith("chrome-error:")

    def looks_up(self, link) -> None:
        """Follow a link to a page that only informs: with scripts it comes in place, and else it opens beside."""
        follow = self.page.get_by_role("link", name=link)
        if self.has_scripts:
            with self.the_next_step():
                follow.click()
        else:
            with self.page.context.expect_page() as beside:
                follow.click()
            self.page = beside.value

    def takes_it_along(self) -> None:
        """Go from the list to the page with its picture and the ways out."""
        self.presses(re.compile("Get (my|the) page"))
        assert self.heading() == "Take it with you"

    def changes_answers(self) -> None:
        """Go back from the list, or the page to take along, to the form with all answers."""
        self.presses(re.compile("Change (my |the )?answers"))
        assert self.heading() == "Your answers"
        self.shows_all_questions()

    def shows_all_questions(self) -> None:
        self.page.get_by_role("link", name="Show the whole form on one page").click()
        self.waits_until(lambda: self.page.get_by_role("button", name="Show my questions").last.is_visible())

    def downloads(self, button) -> tuple[str, bytes]:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def focused(self) -> str:
        """Return the name of what has the focus; the devtools may look even where the page's scripts are off."""
        return self.page.evaluate(
            "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText ?? ''"
        ).strip()

    def waits_for_focus(self, *wanted: str) -> None:
        """Wait until what is called so, or begins so, has the focus: it comes with the first drawing of a page."""
        with_focus = ""
        for _look in range(200):
            with suppress(Error):  # while one page takes the place of another
                with_focus = self.focused()
                if with_focus.startswith(wanted):
                    return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{wanted} has not the focus, but: {with_focus[:200]}")

    def tabs_to(self, wanted: str) -> None:
        """Press Tab until something of that name has the focus."""
        for _press in range(200):
            self.page.keyboard.press("Tab")
            if self.focused().startswith(wanted):
                return
        raise AssertionError(f"{wanted} is not reached by Tab")

    def is_ticked(self, label) -> bool:
        return self.page.get_by_label(label, exact=True).is_checked()


SCREENS = {
    "phone": (PHONE, True),
    "phone-no-scripts": (PHONE, False),
    "desk": (DESK, True),
    "desk-no-scripts": (DESK, False),
}


@pytest.fixture(params=SCREENS.values(), ids=SCREENS.keys())
def person(request, chromium: Browser, site):
    """Someone on a phone or at a desk, with scripts or without, whose browser is watched for leaks."""
    viewport, scripts = request.param
    context = chromium.new_context(viewport=viewport, java_script_enabled=scripts)
    context.set_default_timeout(10_000)
    page = context.new_page()
    requested, complaints = [], []
    page.on("request", lambda sent: requested.append(sent.url))
    page.on("console", lambda message: message.type in {"error", "warning"} and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Person(page, site, scripts)
    state = context.storage_state()
    context.close()
    assert state == {"cookies": [], "origins": []}
    assert [url for url in requested if not url.startswith(site)] == []
    assert [url for url in requested if "?" in url] == []
    assert [complaint for complaint in complaints if "status of 4" not in complaint] == []
