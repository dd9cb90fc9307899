"""An editor looks at the bank, and a clinician reads it to sign, at a desk, on a phone and on paper."""

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from prep.editorial.bank_diff import difference
from prep.editorial.pages import coverage_page, diff_page, review_page
from tests.stories.conftest import DESK, PHONE
from tests.stories.test_everyone_can_use_every_page import RULES

TODAY = date(2026, 11, 24)


def changed(bank):
    """Return the bank with one question reworded, one shown to fewer people and one taken out."""
    first, second, _third, *others = bank.questions
    reworded = first.model_copy(update={"text": "Which stage is it?"})
    for_fewer = second.model_copy(update={"applies_to": {"er-pr": ("unsure",), "stage": ("early",)}})
    return bank.model_copy(update={"questions": (reworded, for_fewer, *others), "version": "next"})


PAGES = {
    "coverage": lambda bank: coverage_page(bank, TODAY),
    "review": lambda bank: review_page(bank, TODAY),
    "diff": lambda bank: diff_page(difference(bank, changed(bank)), TODAY),
}


LETTER = {"tall": 690, "wide": 930}
"""How many pixels wide the text is on letter paper, upright and on its side."""


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES.keys())
def address(request, bank, tmp_path_factory):
    """The page of a bank with one question in eight and few agendas: more would only be slower to look at."""
    agendas = bank.agendas[::8]
    named = {id_ for one in agendas for id_ in (*one.questions, *one.unknowns, *one.settled)}
    questions = tuple(one for place, one in enumerate(bank.questions) if place % 8 == 0 or one.id in named)
    ids = {one.id for one in questions}
    facts = tuple(one for one in bank.facts if ids.issuperset(one.questions))
    some = bank.model_copy(update={"questions": questions, "agendas": agendas, "facts": facts})
    path = tmp_path_factory.mktemp("editor") / "page.html"
    path.write_text(request.param(some), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(request, chromium, address):
    context = chromium.new_context(viewport=request.param)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


@pytest.mark.parametrize("page", [PHONE, DESK], ids=["phone", "desk"], indirect=True)
def test_no_barrier_and_nothing_scrolls_sideways(page):
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize("page", [DESK], ids=["paper"], indirect=True)
def test_nothing_is_cut_off_on_paper_and_every_page_has_its_number(page, tmp_path):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": LETTER[page.evaluate("document.body.className")], "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    sheets = PdfReader(tmp_path / "page.pdf").pages
    for number, sheet in enumerate(sheets, start=1):
        assert f"{number} / {len(sheets)}" in sheet.extract_text()
