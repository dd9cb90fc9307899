"""What the PDF says when it is read back, and what it refuses to do."""

import re
import subprocess
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from prep.answers import Answers, Visit
from prep.changes import Changes
from prep.checklist import build
from prep.export import to_pdf
from prep.i18n import Translator
from prep.pdf import Paper, render
from prep.selection import select
from prep.typed import tidy
from tests.verapdf import violations

ENGLISH = Translator("en")
POINTS = {Paper.LETTER: (612, 792), Paper.A4: (595.28, 841.89)}
LATER = {"stage": ["metastatic"], "receptors": ["hr-positive-her2-negative"], "treatment": ["stopped-working"]}
PEOPLE = {
    "after progression": LATER,
    "everything unsure": {"stage": ["unsure"], "receptors": ["unsure"], "treatment": ["unsure"]},
    "nothing said": {},
    "her2-positive": {"stage": ["early"], "receptors": ["her2-positive-hr-positive"]},
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


def pdf(bank, answers, visit=Visit(), paper=Paper.LETTER) -> bytes:  # noqa: B008  # frozen
    return to_pdf(build(bank, select(bank, Answers.of(answers)), Changes(), visit, ENGLISH), ENGLISH, paper)


@pytest.fixture(scope="module")
def later(bank) -> PdfReader:
    return PdfReader(BytesIO(pdf(bank, LATER, Visit("Ann Lee", date(2026, 11, 24), "Dr. Quux"))))


@pytest.mark.parametrize("paper", list(Paper))
def test_each_size_of_paper(bank, paper):
    reader = PdfReader(BytesIO(pdf(bank, LATER, paper=paper)))
    for page in reader.pages:
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(POINTS[paper], abs=0.5)


def test_title_and_language_are_set_and_tell_no_diagnosis(later):
    assert later.metadata.title == "Questions for my visit"
    assert later.trailer["/Root"]["/Lang"] == "en"
    assert later.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712  # pypdf's own boolean


def test_no_day_of_making_is_in_the_file(later):
    assert later.metadata.creation_date is None


def test_the_page_reads_in_the_right_order(later):
    text = " ".join(" ".join(page.extract_text().split()) for page in later.pages)
    order = [
        "Questions for my visit",
        "Name: Ann Lee",
        "Date: November 24, 2026",
        "With: Dr. Quux",
        "Please start with these",
        "What are my options now",
        "Words explained",
        "Where these questions come from",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)


def test_every_page_says_what_it_is_and_which_of_how_many(later):
    for number, page in enumerate(later.pages, 1):
        text = " ".join(page.extract_text().split())
        assert f"{number} / {len(later.pages)}" in text
        assert "Questions, not advice." in text
        assert "Question bank 2026." in text


def test_a_letter_that_no_font_has_is_not_written_to_the_log(bank, caplog):
    pdf(bank, LATER, Visit("Ann \ue000"))
    assert caplog.records == []


def test_the_same_list_gives_the_same_bytes(bank):
    assert pdf(bank, LATER) == pdf(bank, LATER)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/x.png">',
        '<img src="file:///etc/passwd">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://127.0.0.1/x.css">',
        '<style>@import "font:../LICENSE"</style>',
        '<img src="font:../../../../etc/passwd">',
    ],
)
def test_nothing_is_fetched_from_anywhere(html):
    with pytest.raises(FatalURLFetchingError, match="nothing but the bundled typeface"):
        render(f"<html lang=en><title>x</title>{html}", Paper.A4)


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_the_pdf_is_accessible_whoever_asks(bank, tmp_path, paper):
    files = []
    for name, answers in PEOPLE.items():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(pdf(bank, answers, Visit("Ann Lee", date(2026, 11, 24), "Dr. Quux"), paper))
    assert violations(files) == {}


@pytest.mark.pdfua
def test_the_pdf_is_accessible_whatever_the_name(bank, tmp_path):
    files = []
    for kind, name in NAMES.items():
        files.append(tmp_path / f"{kind}.pdf")
        files[-1].write_bytes(pdf(bank, LATER, Visit(tidy(name))))
    assert violations(files) == {}


@pytest.mark.pdfua
def test_the_check_itself_sees_a_page_that_is_not_accessible(tmp_path):
    from weasyprint import HTML

    (tmp_path / "bad.pdf").write_bytes(HTML(string="<p>no title, no language").write_pdf())
    assert violations([tmp_path / "bad.pdf"])


@pytest.mark.pdfua
def test_only_the_bundled_typeface_is_embedded(bank, tmp_path):
    (tmp_path / "list.pdf").write_bytes(pdf(bank, LATER))
    fonts = subprocess.run(["pdffonts", tmp_path / "list.pdf"], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^[A-Z]{6}\+(\S+)", fonts, re.MULTILINE)
    assert len(names) == len(fonts.splitlines()) - 2
    assert all(name.startswith("Atkinson") for name in names), fonts
