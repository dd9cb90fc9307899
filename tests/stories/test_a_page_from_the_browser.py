"""Someone prints the list from the browser, as people do who never look for a PDF."""

from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader


@pytest.mark.parametrize("paper", ["Letter", "A4"])
@pytest.mark.parametrize("is_taken_along", [False, True], ids=["from-the-list", "from-the-last-page"])
def test_one_side_comes_out_with_name_day_and_lines(person, paper, is_taken_along):
    person.opens()
    person.ticks("Stage 4 (IV): metastatic", "Yes: ER-positive or PR-positive", "HER2-negative")
    person.ticks("A treatment for cancer that has spread stopped working", "Side effects", "Clinical trials")
    person.unfolds("Add your name")
    person.types("Your name", "Ann Lee")
    person.presses("Show my questions")
    questions = person.on_page()
    if is_taken_along:
        person.takes_it_along()
    (side,) = PdfReader(BytesIO(person.page.pdf(format=paper))).pages
    text = " ".join(normalize("NFKC", side.extract_text()).split())  # a browser may join letters, such as "ff"
    assert "My questions for today Name: Ann Lee Date:" in text
    assert "About me, as I understand it: stage 4, metastatic" in text
    assert [question for question in questions if question not in text] == []
    assert "Before I leave" in text
    for on_screen in ("Get my page", "Get it as a PDF", "See the page larger"):
        assert on_screen not in text
