"""A pile of PDFs in one file: sound, in order, everyone on a right-hand page."""

import gc
import tracemalloc
from io import BytesIO

import pytest
from pypdf import PdfReader

from prep.batch.cover_sheet import LINES, Listed, covers
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.pdf.merge import PdfMerger
from prep.pdf.worker import render_here
from tests.paper import page_texts, read

pytestmark = pytest.mark.slow

ENGLISH = Translator("en")


def pdf(words, pages=1, paper=Paper.LETTER) -> bytes:
    html = (
        "".join(f"<p style='break-after: page'>{words} {page}</p>" for page in range(1, pages))
        + f"<p>{words} {pages}</p>"
    )
    return render_here(f'<html lang="en"><title>x</title>{html}</html>', paper, PrintSize.STANDARD)


@pytest.fixture(scope="module")
def pile():
    """A cover of one page, then people with three, two and one page."""
    pieces = []
    pile = PdfMerger(pieces.append)
    pages = [pile.add(pdf("Ann", 3)), pile.add(pdf("Bo", 2, Paper.A4)), pile.add(pdf("Cy"))]
    pile.close("Today’s visits", [pdf("Cover")])
    assert pages == [4, 2, 2]
    return b"".join(pieces)


def test_everyone_starts_on_a_right_hand_page(pile):
    assert page_texts(pile) == ["Cover 1", "", "Ann 1", "Ann 2", "Ann 3", "", "Bo 1", "Bo 2", "Cy 1", ""]


def test_the_file_is_sound(pile):
    reader = PdfReader(BytesIO(pile), strict=True)
    assert reader.metadata.title == "Today’s visits"
    assert [page["/Parent"]["/Count"] for page in reader.pages][2] == 4
    assert reader.trailer["/Root"]["/Pages"]["/Count"] == 10


def test_papers_may_differ_and_a_blank_page_is_like_the_one_before(pile):
    heights = [int(page.mediabox.height) for page in read(pile).pages]
    assert heights == [792, 792, 792, 792, 792, 792, 841, 841, 792, 792]


def test_the_printer_is_asked_for_both_sides(pile):
    assert read(pile).trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"


def test_a_pile_takes_no_more_memory_the_higher_it_is():
    one = pdf("Ann", 2)
    pile = PdfMerger(lambda _piece: None)

    def grown_by(count) -> int:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        for _time in range(count):
            pile.add(one)
        gc.collect()  # a PDF that was read refers to itself
        return tracemalloc.get_traced_memory()[0] - before

    tracemalloc.start()
    grown_by(5)
    each = grown_by(40) / 40
    tracemalloc.stop()
    assert each < len(one) / 10


def test_the_cover_names_everyone_and_where_they_are_and_who_is_missing():
    listed = [Listed(2, "Ann Lee", 8), Listed(3, "", 0, ("stage", "date")), Listed(4, "", 2), Listed(5, "", 0)]
    (sheet,) = covers(listed, ENGLISH)
    (text,) = page_texts(render_here(sheet, Paper.LETTER, PrintSize.STANDARD))
    assert "2 people are in this pile. 2 rows were left out." in text
    for line in (
        "Row 2 pages 3 to 10 Ann Lee",
        "Row 3 left out Check: stage, date",
        "Row 4 pages 11 to 12 no name given",
    ):
        assert line.replace(" ", "") in text.replace(" ", "")
    assert "Row5leftoutCheckthewholerow" in text.replace(" ", "")


@pytest.mark.parametrize("paper", Paper)
def test_a_full_sheet_of_the_longest_names_is_one_page(paper):
    listed = [Listed(number, "W" * 80, 8) for number in range(10_000, 10_000 + 2 * LINES + 1)]
    sheets = list(covers(listed, ENGLISH))
    assert len(sheets) == 3
    for sheet in sheets:
        assert len(page_texts(render_here(sheet, paper, PrintSize.STANDARD))) == 1
    assert "pages 5 to 12" in sheets[0]
