"""Makes packs for the people of the tests, and reads them back as a person would see them."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from prep.bank.models import Part
from prep.checklist.answers import Answers, Speaker, Visit
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Pack, PrintSize
from prep.checklist.pipeline import prepare
from prep.clinics.models import NO_CLINIC
from prep.export.formats import PrintJob, to_pdf
from prep.i18n import Translator
from prep.pdf.worker import render_here

ENGLISH = Translator("en")
ADDRESS = "https://prep.example.org/"
LATER = {"stage": ["metastatic"], "er-pr": ["positive"], "her2": ["negative"], "treatment": ["stopped-working"]}
CHEMO = {"stage": ["early"], "er-pr": ["negative"], "her2": ["negative"], "treatments": ["chemotherapy"]}
HER2 = {"stage": ["early"], "er-pr": ["positive"], "her2": ["positive"]}
UNSURE = {"stage": ["unsure"], "er-pr": ["unsure"], "her2": ["unsure"], "treatment": ["unsure"]}
ANN = Visit("Ann Lee", date(2026, 11, 24), "Dr. Quux")
HELPER = Visit("Ann Lee", date(2026, 11, 24), "Dr. Quux", Speaker.HELPER)
TITLES = {
    Part.NOTES: "Notes from the visit",
    Part.ROOM_TO_WRITE: "Room to write",
    Part.SINCE_LAST_TIME: "Since last time",
    Part.TRIALS: "Clinical trials You can look",
}
SIZES = {PrintSize.STANDARD: 11.5, PrintSize.LARGE: 18}


def own(*words: str) -> Changes:
    """Write questions of one's own."""
    return Changes(own=tuple(OwnQuestion(f"own_{place}", text) for place, text in enumerate(words, 1)))


def checklist(bank, answers, visit=ANN, changes=Changes()) -> Checklist:  # noqa: B008  # frozen
    return prepare(bank, Answers.of(answers), visit, ENGLISH, changes)


def pdf(made, pack=Pack(), address=ADDRESS, clinic=NO_CLINIC, whose=None) -> bytes:  # noqa: B008  # frozen
    return to_pdf(PrintJob(made, ENGLISH, pack, address, clinic, whose), render_here)


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def page_texts(content: bytes) -> list[str]:
    """Return the words of each page, spaces folded."""
    return [" ".join(page.extract_text().split()) for page in read(content).pages]


def fields(content: bytes) -> list:
    """Return the fields to fill in, in the order of the pages."""
    pages = read(content).pages
    return [one.get_object() for page in pages for one in page.get("/Annots", ())]


def type_sizes(content: bytes) -> Iterator[float]:
    """Yield the size, in points, of every run of text in the file."""
    found: list[float] = []

    def note(text, matrix, text_matrix, _font, size):
        if text.strip():
            found.append(round(size * abs(text_matrix[3] * matrix[3]), 2))

    for page in read(content).pages:
        page.extract_text(visitor_text=note)
    yield from found


def appears_in_order(text: str, *wanted: str) -> bool:
    """Return whether `text` holds all that is wanted, one after the other."""
    return re.search(".*?".join(map(re.escape, wanted)), text) is not None
