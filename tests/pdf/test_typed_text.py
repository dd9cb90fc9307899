"""What is typed into the PDF stays to be read, in each of the viewers that people have."""

import re
from functools import cache, partial

import pytest

from prep.checklist.pack import Extent, Pack, PrintSize
from prep.pdf.form_fields import TYPE_SIZE
from tests.paper import LATER, checklist, fields, pdf
from tests.pdf.viewers import drawn_in, type_in_mupdf, type_in_pdf_js, type_in_poppler

TYPE_IN = {"Poppler": type_in_poppler, "MuPDF": type_in_mupdf}
POPPLER, MUPDF = (pytest.param(name, marks=pytest.mark.slow) for name in TYPE_IN)
PDF_JS = pytest.param("pdf.js", marks=pytest.mark.browser)
ALL = [POPPLER, MUPDF, PDF_JS]

SENTENCE = "We start the tablets on Monday and check the blood on day 14. Call the nurse about fever or a rash. "
ONE_LINE, TWO_LINES, FOUR_LINES = "who-came", "most", "decided"
FIVE_LINES = "\n".join(f"{number}. Ask again about fatigue" for number in range(1, 6))


def letters(count: int) -> str:
    return (SENTENCE * (count // len(SENTENCE) + 1))[:count]


@pytest.fixture
def type_in(request):
    """Types in the viewer that a test is about."""
    if request.param == "pdf.js":
        return partial(type_in_pdf_js, request.getfixturevalue("chromium"))
    return TYPE_IN[request.param]


@pytest.fixture(scope="module")
def notes(bank):
    """The pages to type on, in each size of print."""
    made = checklist(bank, LATER)
    return cache(lambda size=PrintSize.STANDARD: pdf(made, Pack(Extent.EVERYTHING, print_size=size)))


def lines_told(content, name) -> int:
    [tip] = [field["/TU"] for field in fields(content) if field["/T"] == name]
    return int(re.search(r"\(room for (\d) lines\)", tip)[1])


def limit(content, name) -> int:
    [letters_taken] = [field["/MaxLen"] for field in fields(content) if field["/T"] == name]
    return letters_taken


@pytest.mark.parametrize("type_in", ALL, indirect=True)
@pytest.mark.parametrize(("name", "count"), [(ONE_LINE, 200), (TWO_LINES, 200), (FOUR_LINES, 400)])
def test_long_notes_are_kept_to_the_last_word(notes, type_in, name, count):
    typed = letters(count)
    assert drawn_in(type_in(notes(), {name: typed}), name).words == typed.split()


@pytest.mark.parametrize("size", list(PrintSize))
@pytest.mark.parametrize("type_in", ALL, indirect=True)
@pytest.mark.parametrize("name", [TWO_LINES, FOUR_LINES])
def test_a_room_is_full_before_a_word_is_lost(notes, type_in, size, name):
    typed = letters(limit(notes(size), name))
    drawn = drawn_in(type_in(notes(size), {name: typed}), name)
    assert drawn.words == typed.split()
    assert drawn.size >= 9


@pytest.mark.parametrize("size", list(PrintSize))
@pytest.mark.parametrize("type_in", [POPPLER, PDF_JS], indirect=True)
def test_five_lines_in_a_room_of_two_shrink_until_they_fit(notes, type_in, size):
    """MuPDF lets nothing shrink there, and shows three: the room tells that it holds two."""
    drawn = drawn_in(type_in(notes(size), {TWO_LINES: FIVE_LINES}), TWO_LINES)
    assert drawn.words == FIVE_LINES.split()
    assert drawn.size >= 6


@pytest.mark.slow
def test_in_poppler_even_what_another_viewer_would_not_take_shrinks_until_it_fits(notes):
    """Evince knows no limit in a room."""
    drawn = drawn_in(type_in_poppler(notes(), {TWO_LINES: letters(400)}), TWO_LINES)
    assert drawn.words == letters(400).split()


@pytest.mark.parametrize("size", list(PrintSize))
@pytest.mark.parametrize("type_in", ALL, indirect=True)
@pytest.mark.parametrize("name", [TWO_LINES, FOUR_LINES])
def test_a_room_holds_the_lines_it_tells_of(notes, type_in, size, name):
    typed = "\n".join(f"{number}. Ask again" for number in range(lines_told(notes(size), name)))
    drawn = drawn_in(type_in(notes(size), {name: typed}), name)
    assert drawn.words == typed.split()
    assert drawn.size >= 10


@pytest.mark.parametrize("size", list(PrintSize))
@pytest.mark.parametrize("type_in", ALL, indirect=True)
def test_a_word_on_a_line_is_about_as_large_as_the_print(notes, type_in, size):
    drawn = drawn_in(type_in(notes(size), {ONE_LINE: "Peggy"}), ONE_LINE)
    assert drawn.words == ["Peggy"]
    assert drawn.size == pytest.approx(TYPE_SIZE[size], abs=4)


@pytest.mark.parametrize("size", list(PrintSize))
@pytest.mark.parametrize("type_in", ALL, indirect=True)
def test_even_a_short_line_is_full_before_it_cannot_be_read(notes, type_in, size):
    lines = [field["/T"] for field in fields(notes(size)) if "/Ff" not in field and "/MaxLen" in field]
    shortest = min(lines, key=lambda name: limit(notes(size), name))
    typed = letters(limit(notes(size), shortest))
    drawn = drawn_in(type_in(notes(size), {shortest: typed}), shortest)
    assert drawn.words == typed.split()
    assert drawn.size >= 0.4 * TYPE_SIZE[size]
