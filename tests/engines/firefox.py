"""Firefox over WebDriver BiDi: Debian's, as it is, with a new profile."""

import json
import subprocess
import tempfile
import time
from pathlib import Path

from tests.engines.bidi import BidiError, Connection
from tests.engines.window import NotReadyError, Window, ended

FIREFOX = "/usr/bin/firefox-esr"
LISTENING = "WebDriver BiDi listening on "
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.server": "data:,",
}
"""Keeps the browser from asking anybody on its own. Pages, history and caches work as they do for people."""

ASKED = "browsingContext.userPromptOpened"
TO_START = 60
"""Seconds for the browser to say where it listens."""

A_QUESTION = 30
"""Seconds in which a browser asks whether to leave, or has left."""


class Firefox:
    """One process. Scripts are a choice of the whole browser, so there is one for each."""

    def __init__(self, has_scripts: bool):
        self.has_scripts = has_scripts
        self._folder = tempfile.TemporaryDirectory()
        self.profile = Path(self._folder.name)
        preferences = PREFERENCES | {"javascript.enabled": has_scripts}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
        (self.profile / "user.js").write_text("".join(lines))
        command = [FIREFOX, "--headless", "--no-remote", "--remote-debugging-port=0", "--profile", str(self.profile)]
        self._said = self.profile / "stderr.txt"  # a pipe that nobody reads would hold it up
        with self._said.open("w") as stderr:
            self._process = subprocess.Popen(command, stderr=stderr, stdout=subprocess.DEVNULL)
        try:
            self.connection = Connection(self._address())
            self.connection.do(
                "session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "ignore"}}}
            )
            self.connection.do("session.subscribe", events=[ASKED])
        except BaseException:
            self._end()
            raise

    def window(self, site: str) -> "FirefoxWindow":
        """Open a window that shares nothing with others."""
        return FirefoxWindow(self, site)

    def close(self) -> None:
        try:
            self.connection.close()
        finally:
            self._end()

    def _end(self) -> None:
        ended(self._process)
        self._folder.cleanup()

    def _address(self) -> str:
        end = time.monotonic() + TO_START
        while time.monotonic() < end:
            _before, listening, address = self._said.read_text(errors="replace").partition(LISTENING)
            if listening and "\n" in address:
                return address.partition("\n")[0].strip()
            time.sleep(0.05)
        raise RuntimeError("Firefox does not start")


class FirefoxWindow(Window):
    """A tab of its own container: its cookies, storage and caches are no other's."""

    def __init__(self, browser: Firefox, site: str):
        super().__init__(site, browser.has_scripts)
        self._connection = browser.connection
        self._do = browser.connection.do
        self._container = self._do("browser.createUserContext")["userContext"]
        self._tab = self._do("browsingContext.create", type="tab", userContext=self._container)["context"]

    def goes_to(self, address):
        self._do("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def evaluate(self, body):
        function = f"() => JSON.stringify((() => {{ {body} }})() ?? null)"
        try:
            answer = self._do(
                "script.callFunction",
                functionDeclaration=function,
                awaitPromise=False,
                target={"context": self._tab, "sandbox": "tests"},
            )
        except BidiError as error:
            raise NotReadyError(str(error)) from error
        if answer["type"] == "exception":
            raise NotReadyError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def press_at(self, x, y):
        actions = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def types(self, text):
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def goes(self, steps):
        try:
            self._do("browsingContext.traverseHistory", context=self._tab, delta=steps)
        except BidiError as error:
            if "no such history entry" not in str(error):
                raise

    def reloads(self, accept=True):
        return self._asked(self._connection.start("browsingContext.reload", context=self._tab), accept)

    def leaves_for(self, address, accept=True):
        leaving = self._connection.start("browsingContext.navigate", context=self._tab, url=address)
        return self._asked(leaving, accept)

    def resize(self, width, height):
        self._do("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def close(self):
        self._do("browser.removeUserContext", userContext=self._container)

    def _act(self, source: dict) -> None:
        self._do("input.performActions", context=self._tab, actions=[source])

    def _asked(self, leaving: int, accept: bool) -> bool:
        self._connection.events.clear()
        self._connection.until(
            lambda: self._connection.event(ASKED, self._tab) or self._connection.is_answered(leaving), A_QUESTION
        )
        asked = self._connection.event(ASKED, self._tab)
        if asked:
            self._do("browsingContext.handleUserPrompt", context=self._tab, accept=accept)
        if accept:
            self._connection.result(leaving)
        return asked is not None
