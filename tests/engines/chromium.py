"""Chromium with Playwright, with the page cache of Back switched on, as people have it."""

from playwright.sync_api import Browser, Error

from tests.engines.window import NotReadyError, Window

A_QUESTION = 700
"""Milliseconds in which a browser asks whether to leave, or has left."""


class Chromium:
    """The browser of the other tests (`tests/conftest.py`)."""

    def __init__(self, browser: Browser, has_scripts: bool):
        self.has_scripts = has_scripts
        self.browser = browser

    def window(self, site: str) -> "ChromiumWindow":
        """Open a window that shares nothing with others."""
        return ChromiumWindow(self, site)

    def close(self) -> None:
        """Leave the browser to whoever started it."""


class ChromiumWindow(Window):
    """A page in a context of its own. Back is pressed over the devtools: Playwright waits for what never comes."""

    def __init__(self, browser: Chromium, site: str):
        super().__init__(site, browser.has_scripts)
        self._context = browser.browser.new_context(java_script_enabled=browser.has_scripts)
        self._page = self._context.new_page()
        self._devtools = self._context.new_cdp_session(self._page)
        self._leaves = True
        self._asks: list[str] = []
        self._page.on("dialog", self._answer)

    def goes_to(self, address):
        self._page.goto(address)

    def evaluate(self, body):
        try:
            return self._page.evaluate(f"() => {{ {body} }}")
        except Error as error:
            raise NotReadyError(str(error)) from error

    def press_at(self, x, y):
        self._page.mouse.click(x, y)

    def types(self, text):
        self._page.keyboard.type(text)

    def goes(self, steps):
        history = self._devtools.send("Page.getNavigationHistory")
        place = history["currentIndex"] + steps
        if 0 <= place < len(history["entries"]):
            self._devtools.send("Page.navigateToHistoryEntry", {"entryId": history["entries"][place]["id"]})
        self._page.wait_for_timeout(300)  # a restored page tells nobody when it is shown

    def reloads(self, accept=True):
        return self._asked(accept, lambda: self._devtools.send("Page.reload"))

    def leaves_for(self, address, accept=True):
        return self._asked(accept, lambda: self._devtools.send("Page.navigate", {"url": address}))

    def resize(self, width, height):
        self._page.set_viewport_size({"width": width, "height": height})

    def close(self):
        self._context.close()

    def _answer(self, dialog) -> None:
        self._asks.append(dialog.type)
        dialog.accept() if self._leaves else dialog.dismiss()

    def _asked(self, accept: bool, leave) -> bool:
        self._asks.clear()
        self._leaves = accept
        leave()
        self._page.wait_for_timeout(A_QUESTION)  # a page that is left without a question says nothing either
        return "beforeunload" in self._asks
