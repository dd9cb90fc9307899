"""A page as a person and their aids meet it: strictly parsed, and checked for what every page must have."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from xml.etree.ElementTree import Element

import html5lib
from werkzeug.test import TestResponse

CONTROLS = {"input", "select", "textarea"}
HEADERS = {
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
}


def words(element: Element) -> str:
    """Return the element's text as it reads, spaces folded."""
    return " ".join("".join(element.itertext()).split())


@lru_cache(64)
def _parsed(html: str) -> tuple[Element, Element | None]:
    """Read a page strictly, and part what the screen shows from what a browser prints; the same page only once."""
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    for around in [*page.iter()]:
        for template in around.findall("template"):  # it is no part of the page until a script takes of it
            around.remove(template)
    printed = [(around, paper) for around in page.iter() for paper in around.findall("div[@class='on-paper']")]
    for around, paper in printed:
        around.remove(paper)
    return page, printed[0][1] if printed else None


@dataclass(frozen=True)
class Page:
    """An answer of the application."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def is_read(self) -> bool:
        """Return whether this is a page that a person reads, and no file, redirect or bare header."""
        return self.response.mimetype == "text/html" and self.status != 302 and bool(self.response.data)

    @property
    def is_blank(self) -> bool:
        """Return whether this is the empty form, which holds nothing of anyone."""
        return self.response.request.method == "GET" and self.response.headers["Cache-Control"] == "no-cache"

    @property
    def text(self) -> str:
        return words(self.tree.find("body"))

    @cached_property
    def tree(self) -> Element:
        """What the page shows on a screen, apart from the number of its scripts, which is another each time."""
        return self._parts[0]

    @property
    def paper(self) -> str:
        """Return the words of what a browser prints."""
        return words(self._parts[1])

    @property
    def _parts(self) -> tuple[Element, Element | None]:
        return _parsed(re.sub(r' nonce="[^"]*"', "", self.response.get_data(as_text=True)))

    @property
    def heading(self) -> str:
        return words(self.tree.find(".//h1"))

    def all(self, path: str) -> list[Element]:
        return self.tree.findall(f".//{path}")

    def one(self, path: str) -> Element:
        found = self.all(path)
        assert len(found) == 1, f"{len(found)} elements match {path}"
        return found[0]

    def kept(self) -> list[str]:
        """Return the ids of the questions on the page, in order."""
        return [card.get("id").removeprefix("question-") for card in self.all("div[@class='question']")]

    def first(self) -> list[str]:
        """Return the ids of the questions that stand first."""
        cards = self.one("section[@class='top-three']").findall(".//div[@class='question']")
        return [card.get("id").removeprefix("question-") for card in cards]

    def offered(self) -> list[str]:
        """Return the ids of the questions that could be added."""
        pressed = [button.get("value") for button in self.all("button[@name='list_do']")]
        return [value.removeprefix("add ") for value in pressed if value.startswith("add ")]

    def card(self, question: str) -> Element:
        """Return the card of a question on the page."""
        return self.one(f"div[@id='question-{question}']")

    def button(self, pressed: str) -> Element:
        """Return the list's button that sends `pressed`."""
        return self.one(f"button[@value='{pressed}']")

    def folds(self, summary: str) -> list[Element]:
        """Return the large folds whose summary holds these words."""
        folds = (*self.all("details[@class='extra']"), *self.all("details[@class='topic-fold']"))
        return [fold for fold in folds if summary in words(fold.find("summary"))]

    def chosen(self, field: str) -> list[str]:
        """Return the options ticked in a field of the form."""
        return [box.get("value") for box in self.all(f"input[@name='{field}']") if "checked" in box.attrib]

    def fields(self) -> list[tuple[str, str]]:
        """Return what a browser would send with the form as it stands, buttons aside."""
        form = self.one("form")
        inputs = [
            (control.get("name"), control.get("value", ""))
            for control in form.iter("input")
            if control.get("type") not in {"radio", "checkbox"} or "checked" in control.attrib
        ]
        texts = [(area.get("name"), area.text or "") for area in form.iter("textarea") if area.get("name")]
        return inputs + texts

    def check(self) -> None:
        """Fail if the page lacks what every page must have."""
        assert "Set-Cookie" not in self.response.headers
        assert set(self.response.headers.keys()) >= HEADERS
        if not self.is_read:
            return
        assert self.response.headers["Cache-Control"] == ("no-cache" if self.is_blank else "no-store")
        headings = [words(heading) for heading in self.all("h1")]
        assert len(headings) == 1, headings
        title = words(self.tree.find(".//title"))
        is_error = self.status >= 400 or bool(self.all("section[@class='summary']"))
        assert headings[0] in title
        assert title.startswith(headings[0]) != is_error, "the title begins with “Error:” where there is one"
        assert self.tree.get("lang"), "the page does not say its language"
        assert len(self.all("*[@autofocus]")) <= 1, "a browser goes to the first of several places"
        repeated = [id_ for id_, count in Counter(one.get("id") for one in self.all("*[@id]")).items() if count > 1]
        assert not repeated, repeated
        self._check_controls()
        self._check_references()

    def _check_controls(self) -> None:
        labels = self.all("label")
        labelled, within = {label.get("for") for label in labels}, {one for label in labels for one in label.iter()}
        for control in self.all("*"):
            if control.tag in CONTROLS and control.get("type") != "hidden":
                assert control.get("id") in labelled or control in within, f"{control.attrib} has no label"
        for form in self.all("form"):
            may_fill_in = self.is_blank and "data-swap" in form.attrib
            assert may_fill_in or form.get("autocomplete") == "off", "the browser may fill in the last person's answers"
        for control in self.all("*"):
            if control.tag == "textarea" or control.get("type") in {"text", "date"}:
                assert control.get("autocomplete") == "off", f"{control.attrib} may be filled in by the browser"

    def _check_references(self) -> None:
        ids = {one.get("id") for one in self.all("*[@id]")}
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            for one in self.all(f"*[@{attribute}]"):
                assert set(one.get(attribute).split()) <= ids, f"{one.attrib} points nowhere"
        for link in self.all("a[@href]"):
            if link.get("href").startswith("#"):
                assert link.get("href")[1:] in ids, f"{link.attrib} leads nowhere"
