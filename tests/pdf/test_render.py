"""What the PDF is as a file, and what it refuses to do."""

import re
import subprocess

import pytest
from weasyprint.urls import FatalURLFetchingError

from prep.checklist.answers import Visit
from prep.checklist.pack import Extent, Pack, Paper, PrintSize
from prep.pdf.emoji import _picture
from prep.pdf.render import render
from prep.text import tidy
from tests.paper import (
    ANN,
    CHEMO,
    HELPER,
    HER2,
    LATER,
    SIZES,
    UNSURE,
    checklist,
    own,
    page_texts,
    pdf,
    read,
    type_sizes,
)
from tests.verapdf import violations

pytestmark = pytest.mark.slow

POINTS = {Paper.LETTER: (612, 792), Paper.A4: (595.28, 841.89)}
PEOPLE = {
    "after progression": LATER,
    "everything unsure": UNSURE,
    "nothing said": {},
    "her2-positive": HER2,
    "chemo": CHEMO,
}
NAMES = {
    "plain": "Ann Lee",
    "accents": "Zoë Ångström-Nguyễn Öztürk",
    "cyrillic": "Мария Ивановна",
    "greek": "Ελένη",
    "hebrew": "שרה לוי",
    "arabic": "فاطمة الزهراء",
    "persian": "می\u200cخواهم",
    "hindi": "सीता देवी",
    "chinese": "王小明",
    "emoji": "Ann 😀 👩\u200d👧 🇺🇸",
    "unassigned": "Ann \ue000 \U000e0041",
    "one long word": "W" * 80,
    "markup": "<b>&amp;",
}


@pytest.fixture(scope="module")
def later(bank) -> bytes:
    return pdf(checklist(bank, LATER))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", list(PrintSize))
def test_each_size_of_paper(bank, paper, size):
    for page in read(pdf(checklist(bank, LATER), Pack(paper=paper, print_size=size))).pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(POINTS[paper], abs=0.5)


def test_title_and_language_are_set_and_tell_no_diagnosis(later):
    reader = read(later)
    assert reader.metadata.title == "My questions for today"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712  # pypdf's own boolean


def test_no_day_of_making_is_in_the_file(later):
    assert read(later).metadata.creation_date is None


def test_every_page_says_what_it_is_and_which_of_how_many(later):
    texts = page_texts(later)
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert "Questions, not advice." in text


@pytest.mark.parametrize("size", list(PrintSize))
def test_no_print_is_smaller_than_promised(bank, size):
    assert min(type_sizes(pdf(checklist(bank, CHEMO), Pack(Extent.EVERYTHING, print_size=size)))) == pytest.approx(
        SIZES[size], abs=0.01
    )


def test_a_letter_that_no_font_has_is_not_written_to_the_log(bank, caplog):
    pdf(checklist(bank, LATER, Visit("Ann \ue000")))
    assert caplog.records == []


def test_the_same_list_gives_the_same_bytes(bank, later):
    assert pdf(checklist(bank, LATER)) == later


def test_nor_does_the_hour_show_where_there_are_emoji(bank, monkeypatch):
    made = checklist(bank, LATER, Visit("Ann 🐕"))
    first = pdf(made)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert pdf(made) == first


def test_an_emoji_typed_again_and_again_is_packed_once(bank):
    _picture.cache_clear()
    content = pdf(checklist(bank, LATER, Visit("😀" * 60)))
    assert _picture.cache_info().misses == 1
    assert _picture.cache_info().hits > 50
    assert page_texts(content)[0].count("😀") == 60


def test_the_file_is_small_enough_to_send(bank):
    assert len(pdf(checklist(bank, CHEMO), Pack(Extent.EVERYTHING))) < 60_000


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/x.png"/>',
        '<img src="file:///etc/passwd"/>',
        '<link rel="attachment" href="file:///etc/passwd"/>',
        '<link rel="stylesheet" href="http://127.0.0.1/x.css"/>',
        '<style>@import "http://127.0.0.1/x.css"</style>',
    ],
)
def test_nothing_is_fetched_from_anywhere(html):
    with pytest.raises(FatalURLFetchingError, match="A pack needs no other file"):
        render(f'<html lang="en"><title>x</title>{html}</html>', Paper.A4, PrintSize.STANDARD)


def saved(tmp_path, files):
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / f"{name}.pdf")
        paths[-1].write_bytes(content)
    return paths


PACKS = [Pack(Extent.EVERYTHING, print_size=PrintSize.LARGE), Pack(paper=Paper.A4)]
"""Every choice is tried in `test_every_choice`."""


@pytest.mark.pdfua
@pytest.mark.parametrize(
    "pack", PACKS, ids=lambda pack: f"{pack.extent.value}-{pack.paper.value}-{pack.print_size.value}"
)
def test_the_pdf_is_accessible_whoever_asks(bank, tmp_path, pack):
    files = {name: pdf(checklist(bank, answers), pack) for name, answers in PEOPLE.items()}
    files["helper"] = pdf(checklist(bank, LATER, HELPER), pack)
    files["own"] = pdf(checklist(bank, LATER, ANN, own("Why me?", "<b>😀 שלום")), pack)
    files["without address"] = pdf(checklist(bank, CHEMO), pack, address=None)
    assert violations(saved(tmp_path, files)) == {}


@pytest.mark.pdfua
def test_the_pdf_is_accessible_whatever_the_name(bank, tmp_path):
    files = {kind: pdf(checklist(bank, LATER, Visit(tidy(name)))) for kind, name in NAMES.items()}
    assert violations(saved(tmp_path, files)) == {}


@pytest.mark.pdfua
def test_the_check_itself_sees_a_page_that_is_not_accessible(tmp_path):
    from weasyprint import HTML

    (tmp_path / "bad.pdf").write_bytes(HTML(string="<p>no title, no language").write_pdf())
    assert violations([tmp_path / "bad.pdf"])


@pytest.mark.pdfua
def test_only_the_bundled_typeface_is_embedded(tmp_path, later):
    """Helvetica is named for what will be typed, and every viewer brings its own."""
    (tmp_path / "list.pdf").write_bytes(later)
    fonts = subprocess.run(["pdffonts", tmp_path / "list.pdf"], capture_output=True, text=True, check=True).stdout
    embedded = [line for line in fonts.splitlines()[2:] if "Helvetica" not in line]
    names = re.findall(r"^[A-Z]{6}\+(\S+)", "\n".join(embedded), re.MULTILINE)
    assert len(names) == len(embedded)
    assert all(name.startswith("Atkinson") for name in names), fonts
