"""A window of a browser, and what a person can do in it: the same words for every engine."""

import json
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable

PATIENCE = 15
"""Seconds until something that should be there is missed."""

FIND = """
const folded = (text) => (text || "").replace(/\\s+/g, " ").trim();
const isShown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
const first = (selector, name, textOf) => {
  const found = [...document.querySelectorAll(selector)].filter((node) => textOf(node) && isShown(node));
  return found.find((node) => textOf(node) === name) || found.find((node) => textOf(node).startsWith(name));
};
const nameOf = (node) => folded(node.getAttribute("aria-label")) || folded(node.innerText) || folded(node.value);
const pressable = (name) => first("a[href], button, summary, label, [type=submit]", name, nameOf);
const fieldOf = (name) => first("label", name, (label) => folded(label.innerText))?.control;
"""
"""How things are found: by the name that a person reads. A whole name goes before the beginning of one."""

POINT = """
if (!found) return null;
found.scrollIntoView({ block: "center", behavior: "instant" });
const { left, top, width, height } = found.getClientRects()[0];
return [Math.round(left + Math.min(width, innerWidth) / 2), Math.round(top + height / 2)];
"""


class NotReadyError(Exception):
    """The page is just being changed for another, so that it cannot be asked."""


def ended(process: subprocess.Popen) -> None:
    """End a process, kindly at first."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Window(ABC):
    """One window, with a history of its own. An engine adds how to steer it; all else is said here once."""

    asks_before_leaving = True
    """Whether the engine's driver lets us see the browser's question whether to leave a page."""

    sends_again = False
    """Whether Back sends a form again and asks nobody, where the page that it led to is not kept."""

    keeps_typed = True
    """Whether, without scripts, Back finds text in a field that no browser may write to its disk."""

    def __init__(self, site: str, has_scripts: bool):
        self.site = site
        self.has_scripts = has_scripts

    @abstractmethod
    def goes_to(self, address: str) -> None:
        """Type an address, and wait for its page."""

    @abstractmethod
    def evaluate(self, body: str) -> object:
        """Return what the body of a function returns in the page. Works with the page's own scripts off, too."""

    @abstractmethod
    def press_at(self, x: int, y: int) -> None:
        """Press the mouse there."""

    @abstractmethod
    def types(self, text: str) -> None:
        """Press keys."""

    @abstractmethod
    def goes(self, steps: int) -> None:
        """Press Back (-1) or Forward (1). At the end of the history nothing happens."""

    @abstractmethod
    def reloads(self, accept: bool = True) -> bool:
        """Reload. Answer the question whether to leave, and return whether it was asked."""

    @abstractmethod
    def leaves_for(self, address: str, accept: bool = True) -> bool:
        """Type another address. Answer the question whether to leave, and return whether it was asked."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the window as wide and high."""

    @abstractmethod
    def close(self) -> None:
        """Close it, with all that it kept."""

    def opens(self, path: str = "/en/") -> None:
        self.goes_to(self.site + path)

    def goes_back(self) -> None:
        self.goes(-1)

    def goes_forward(self) -> None:
        self.goes(1)

    def clicks(self, name: str) -> None:
        """Press a link, a button, a summary or a label, where it stands."""
        self._press_on(f"const found = pressable({quoted(name)});", name)

    def clicks_on(self, selector: str) -> None:
        """Press the first shown of what has no name of its own."""
        self._press_on(f"const found = [...document.querySelectorAll({quoted(selector)})].find(isShown);", selector)

    def ticks(self, *labels: str) -> None:
        for label in labels:
            if not self.is_ticked(label):
                self.clicks(label)
                self.until(lambda label=label: self.is_ticked(label), f"“{label}” is ticked")

    def fills(self, label: str, text: str) -> None:
        self._press_on(f"const found = fieldOf({quoted(label)});", label)
        self.types(text)
        self.until(lambda: text in str(self.value(label)), f"“{text}” is typed")

    def is_ticked(self, label: str) -> bool:
        return self.evaluate(f"{FIND} return Boolean(fieldOf({quoted(label)})?.checked);") is True

    def value(self, label: str) -> str:
        return str(self.evaluate(f"{FIND} return fieldOf({quoted(label)})?.value ?? '';"))

    def text(self) -> str:
        """Return what can be read on the page."""
        return str(self.evaluate("return document.body ? document.body.innerText : '';"))

    def html(self) -> str:
        return str(self.evaluate("return document.documentElement.outerHTML;"))

    def heading(self) -> str:
        return str(
            self.evaluate(f"{FIND} return folded([...document.querySelectorAll('h1')].find(isShown)?.innerText);")
        )

    def texts(self, selector: str) -> list[str]:
        """Return the words of all that is shown and fits the selector."""
        found = f"[...document.querySelectorAll({quoted(selector)})].filter(isShown)"
        return list(self.evaluate(f"{FIND} return {found}.map((node) => folded(node.innerText));"))

    def has(self, name: str) -> bool:
        """Return whether there is something to press that is called so."""
        return self.evaluate(f"{FIND} return Boolean(pressable({quoted(name)}));") is True

    def history_length(self) -> int:
        return int(self.evaluate("return history.length;"))

    def address(self) -> str:
        return str(self.evaluate("return location.href;"))

    def waits_for(self, words: str) -> None:
        """Wait until the words can be read."""
        self.until(lambda: words in self.text(), f"“{words}” is shown")

    def waits_for_heading(self, heading: str) -> None:
        self.until(lambda: self.heading() == heading, f"the heading is “{heading}”")

    def waits_for_a_page(self) -> None:
        """Wait until some page is there; a browser's own about an error never says that it is complete."""
        self.until(lambda: self.evaluate("return document.readyState;") != "loading", "a page has come")

    def shows_the_browsers_own_page(self) -> bool:
        return str(self.evaluate("return document.documentURI;")).startswith(("about:neterror", "chrome-error:"))

    def until(self, is_so: Callable[[], bool], told: str) -> None:
        """Look again and again until it is so: a page tells nobody when it has come."""
        end = time.monotonic() + PATIENCE
        while not self._sees(is_so):
            if time.monotonic() > end:
                raise AssertionError(f"Not in {PATIENCE} seconds: {told}. Shown:\n{self.seen()}")
            time.sleep(0.05)

    def seen(self) -> str:
        """Return what can be read just now, for a message."""
        try:
            return self.text()[:1500]
        except NotReadyError as error:
            return f"nothing: {error}"

    @staticmethod
    def _sees(is_so: Callable[[], bool]) -> bool:
        try:
            return is_so()
        except NotReadyError:
            return False

    def _press_on(self, finding: str, name: str) -> None:
        """Press where it is, once it stays there: a page that is still being drawn moves under the finger."""
        points: list[object] = []

        def stays() -> bool:
            points.append(self.evaluate(FIND + finding + POINT))
            return bool(points[-1]) and points[-2:-1] == points[-1:]

        self.until(stays, f"“{name}” can be pressed")
        self.press_at(*points[-1])


def quoted(text: str) -> str:
    """Return the text as JavaScript writes it."""
    return json.dumps(text)
