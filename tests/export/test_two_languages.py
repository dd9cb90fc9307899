"""A page in two languages, tried with a made-up one that is a third longer, and English below each question."""

from dataclasses import replace

import pytest

from prep.checklist.pack import Pack, Paper
from prep.export.formats import PrintJob, to_pdf
from prep.export.sheet import SecondLanguage
from prep.pdf.worker import render_here
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.paper import ADDRESS, ANN, ENGLISH, LATER, appears_in_order, checklist, own, page_texts
from tests.verapdf import violations

pytestmark = pytest.mark.slow


def longer(line):
    """Say a question in a language that takes about 30 % more letters."""
    if line.is_own:
        return line
    text = " ".join(word + "ené"[: 1 + len(word) // 4] for word in line.text.split())
    return replace(line, text=text, standard=text)


def two_languages(made, paper=Paper.LETTER) -> bytes:
    first = replace(made, top=tuple(map(longer, made.top)), rest=tuple(map(longer, made.rest)))
    assert sum(len(line.text) for line in first.top) > 1.25 * sum(len(line.text) for line in made.top)
    pack = Pack(paper=paper)
    return to_pdf(PrintJob(first, ENGLISH, pack, ADDRESS, second=SecondLanguage(made, "en")), render_here)


def front(content) -> list[str]:
    texts = page_texts(content)
    return texts[: next(place for place, text in enumerate(texts) if text.startswith("What to say"))]


def squeezed(text: str) -> str:
    """Return the text without spaces, which are not read back where a line ends."""
    return text.replace(" ", "")


def test_each_question_stands_in_both_one_below_the_other(bank):
    made = checklist(bank, LATER)
    text = " ".join(front(two_languages(made)))
    assert appears_in_order(text, *(part for line in made.page_one for part in (longer(line).text, line.text)))


def test_what_the_person_typed_stands_there_once(bank):
    made = checklist(bank, LATER, ANN, own("May I travel?"))
    assert " ".join(front(two_languages(made))).count("May I travel?") == 1


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_it_takes_two_sides_at_most_and_the_first_three_are_on_the_front(bank, paper):
    for person in PEOPLE[::3]:
        made = checklist(bank, answers_of(person, bank).by_field)
        sides = front(two_languages(made, paper))
        assert len(sides) <= 2, person["name"]
        first = [text for line in made.top for text in (longer(line).text, line.text)]
        assert appears_in_order(squeezed(sides[0]), *map(squeezed, first)), person["name"]


@pytest.mark.pdfua
def test_it_is_accessible(bank, tmp_path):
    (tmp_path / "two.pdf").write_bytes(two_languages(checklist(bank, LATER)))
    assert violations([tmp_path / "two.pdf"]) == {}
