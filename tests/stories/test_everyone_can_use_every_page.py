"""axe finds nothing on any page or state, nothing scrolls sideways, and every target is large enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.stories.conftest import SCREENS

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def form(person):
    person.opens("/en/")


def form_unfolded(person):
    person.opens("/en/")
    person.unfolds("Add more detail")
    person.unfolds("Add your name")


def form_with_errors(person):
    person.opens("/en/")
    person.unfolds("Add your name")
    person.types("Your name", "a" * 100)
    person.presses("Show my questions")


def quick_check(person):
    person.opens("/en/")
    person.ticks("Stage I or II (early)", "Second or later treatment for cancer that has spread")
    person.presses("Show my questions")


def the_list(person):
    person.opens("/en/")
    person.ticks("Stage IV (metastatic)", "HER2-positive, HR-positive", "Side effects")
    person.presses("Show my questions")


def the_list_unfolded(person):
    the_list(person)
    person.unfolds("Why this question?")
    person.unfolds("More you could ask")
    person.unfolds("Questions about time")


def about(name):
    def opens(person):
        person.opens(f"/en/{name}")

    opens.__name__ = name
    return opens


STATES = [
    form,
    form_unfolded,
    form_with_errors,
    quick_check,
    the_list,
    the_list_unfolded,
    *(about(name) for name in ("privacy", "sources", "accessibility", "nowhere")),
]

SMALL_TARGETS = """
() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden])")].flatMap((one) => {
    const label = one.labels?.[0]?.getBoundingClientRect();
    const box = one.getBoundingClientRect();
    const inline = one.tagName === "A" && getComputedStyle(one).display === "inline";
    const wide = Math.max(box.width, label?.width ?? 0), high = Math.max(box.height, label?.height ?? 0);
    return wide === 0 || inline || (wide >= 24 && high >= 24) ? [] : [`${one.outerHTML.slice(0, 90)} ${wide}x${high}`];
})
"""


@pytest.mark.parametrize("person", [SCREENS["phone"], SCREENS["desk"]], ids=["phone", "desk"], indirect=True)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier(person, state, scheme):
    person.page.emulate_media(color_scheme=scheme)
    state(person)
    found = Axe().run(person.page, options=RULES).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    wide = person.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide == 0, "the page scrolls sideways"
    assert person.page.evaluate(SMALL_TARGETS) == []
