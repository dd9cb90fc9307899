"""WebKitGTK over WebDriver: Debian's MiniBrowser, on a screen that nobody sees."""

import json
import os
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.engines.window import NotReadyError, Window, ended
from tests.serving import free_port

DRIVER = "/usr/bin/WebKitWebDriver"
BROWSERS = "usr/lib/*/webkit2gtk-4.1/MiniBrowser"
NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }"
"""Keeps the browser's own bar, though it is hidden, from making the window wider than a phone."""

OUR_TYPEFACES = ("FONTCONFIG_FILE", "XDG_DATA_HOME", "XDG_DATA_DIRS")
"""Where a test made a PDF in this process, they lead to our typefaces alone; the browser's settings are elsewhere."""

BLANK = "about:blank"
"""Where a window begins. Now and then it stays there, though the page was sent; then the address is typed again."""

PATIENCE = 30
TRIES = 3
A_LOOK = 5
"""Seconds after which a page that is just being left has lost the question put to it: it is put again."""


class NoSessionError(Exception):
    """The driver ended, or began no session in time."""


class Webkit:
    """Starts a browser for each window: the driver has one session at a time, and that is a private one."""

    def __init__(self, has_scripts: bool):
        self.has_scripts = has_scripts
        self._settings = tempfile.TemporaryDirectory()
        style = Path(self._settings.name) / "gtk-3.0" / "gtk.css"
        style.parent.mkdir()
        style.write_text(NARROW)
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
        self._screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        usual = {name: value for name, value in os.environ.items() if name not in OUR_TYPEFACES}
        self.environment = usual | {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "XDG_CONFIG_HOME": self._settings.name,
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # CI is root in a container of its own
        }

    def window(self, site: str) -> "WebkitWindow":
        """Open a window that shares nothing with others."""
        return WebkitWindow(self, site)

    def close(self) -> None:
        self._screen.terminate()
        self._screen.wait()
        self._settings.cleanup()


class Driver:
    """One driver process with its one session. WebDriver is JSON over HTTP."""

    def __init__(self, environment: dict[str, str], options: dict):
        port = free_port()
        self._folder = tempfile.TemporaryDirectory()
        self._said = Path(self._folder.name) / "said.txt"
        with self._said.open("w") as said:
            self._process = subprocess.Popen([DRIVER, f"--port={port}"], env=environment, stdout=said, stderr=said)
        self._address = f"http://127.0.0.1:{port}/session"
        capabilities = {"alwaysMatch": {"pageLoadStrategy": "none", "webkitgtk:browserOptions": options}}
        try:
            session = self._begun({"capabilities": capabilities})["sessionId"]
        except BaseException:
            self._end()
            raise
        self._address += f"/{session}"

    def do(self, command: str, patience: float = PATIENCE, **parameters: object):
        """Send a command, and return what it gives."""
        return self._ask(Request(f"{self._address}/{command}", json.dumps(parameters).encode()), patience)

    def close(self) -> None:
        try:
            self._ask(Request(self._address, method="DELETE"))
        finally:
            self._end()

    def _end(self) -> None:
        ended(self._process)
        self._folder.cleanup()

    def _begun(self, wanted: dict) -> dict:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                return self._ask(Request(self._address, json.dumps(wanted).encode()))
            except URLError:  # the driver does not listen yet
                time.sleep(0.05)
            except ConnectionError:
                raise NoSessionError(self._last_words()) from None
        raise NoSessionError(self._last_words())

    def _last_words(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        said = self._said.read_text(errors="replace")[-2000:]
        return f"WebKit's driver began no session; it ended with {self._process.returncode}: {said}"

    @staticmethod
    def _ask(request: Request, patience: float = PATIENCE):
        try:
            with urlopen(request, timeout=patience) as answer:
                return json.load(answer)["value"]
        except TimeoutError:
            raise NotReadyError("no answer") from None
        except HTTPError as error:
            with error:
                raise NotReadyError(json.load(error)["value"]["message"]) from None


def started(environment: dict[str, str], options: dict) -> Driver:
    """Return a driver with its session. Now and then one never answers while it begins; then another is started."""
    for _more in range(TRIES - 1):
        with suppress(NoSessionError, NotReadyError):
            return Driver(environment, options)
    return Driver(environment, options)


class WebkitWindow(Window):
    """A browser of its own. WebKit's driver leaves pages without the question whether to, and tells nobody."""

    asks_before_leaving = False
    sends_again = True
    keeps_typed = False

    def __init__(self, browser: Webkit, site: str):
        super().__init__(site, browser.has_scripts)
        switches = ["--automation", "--full-screen"]
        if not browser.has_scripts:
            switches.append("--enable-javascript=false")
        options = {"binary": str(next(Path("/").glob(BROWSERS))), "args": switches}
        self._driver = started(browser.environment, options)
        self._do = self._driver.do

    def goes_to(self, address):
        self._do("url", url=address)
        try:
            self._waits_for_address(address)
        except AssertionError:
            if self.address() != BLANK:
                raise
            self._do("url", url=address)
            self._waits_for_address(address)

    def evaluate(self, body):
        return self._do("execute/sync", A_LOOK, script=body, args=[])

    def press_at(self, x, y):
        actions = [
            {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._do("actions", actions=[{"type": "pointer", "id": "mouse", "actions": actions}])

    def types(self, text):
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._do("actions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def goes(self, steps):
        self._do("back" if steps < 0 else "forward")

    def reloads(self, accept=True):  # noqa: ARG002 - nobody is asked
        self._do("refresh")
        return False

    def leaves_for(self, address, accept=True):  # noqa: ARG002 - nobody is asked
        self._do("url", url=address)
        return False

    def resize(self, width, height):
        self._do("window/rect", width=width, height=height)

    def close(self):
        self._driver.close()

    def _waits_for_address(self, address: str) -> None:
        self.until(lambda: self._is_at(address), f"{address} is loaded")

    def _is_at(self, address: str) -> bool:
        at, state = self.evaluate("return [location.href, document.readyState];")
        return at == address and state == "complete"
