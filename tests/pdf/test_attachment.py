"""The list travels in the PDF only if the person asked for it, and then whole."""

import re
import time
import zlib

import pytest
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from prep.checklist.answers import Answers
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.checklist.saved_list import SavedList, write
from prep.export.formats import PrintJob, to_pdf
from prep.pdf.render import render
from prep.pdf.worker import render_here
from tests.paper import ADDRESS, ENGLISH, LATER, checklist, own, read
from tests.verapdf import violations

pytestmark = pytest.mark.slow

CHANGES = own("May I travel in June?")


def jobs(bank) -> tuple[PrintJob, PrintJob]:
    """Return the same list with and without what the person may keep in it."""
    made = checklist(bank, LATER, changes=CHANGES)
    kept = SavedList.of(made, Answers.of(LATER), CHANGES, Pack(), "en")
    return PrintJob(made, ENGLISH, Pack(), ADDRESS, kept=kept), PrintJob(made, ENGLISH, Pack(), ADDRESS)


def test_it_is_one_file_with_a_name_and_a_description(bank):
    job, _without = jobs(bank)
    (file,) = read(to_pdf(job, render_here)).attachment_list
    assert file.name == file.alternative_name == "visit-prep.json"
    assert file.content == write(job.kept)
    assert file.description.startswith("The answers and the list in this PDF")
    assert file.subtype == "/application/json"


def test_the_same_list_gives_the_same_bytes_at_any_time(bank):
    job, _without = jobs(bank)
    first = to_pdf(job, render_here)
    time.sleep(1.1)
    assert to_pdf(job, render_here) == first
    (file,) = read(first).attachment_list
    assert file.creation_date is file.modification_date is None


def unpacked(content: bytes) -> bytes:
    """Return all that a PDF holds, every stream inflated."""
    whole = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            whole.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(whole)


def test_without_being_asked_for_nothing_is_in_the_file_that_is_not_printed(bank):
    job, without = jobs(bank)
    kept, plain = (to_pdf(one, render_here) for one in (job, without))
    assert not list(read(plain).attachment_list)
    for word in (b"EmbeddedFile", b"visit-prep", b'"answers"', b"stopped-working", b"Filespec"):
        assert word in unpacked(kept), word
        assert word not in unpacked(plain), word


def test_the_pages_are_the_same_with_it_and_without(bank):
    with_it, without = (read(to_pdf(job, render_here)) for job in jobs(bank))
    assert [page.extract_text() for page in with_it.pages] == [page.extract_text() for page in without.pages]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="attachment" href="file:///etc/hostname"/>',
        '<link rel="attachment" href="http://192.0.2.1/x"/>',
        '<link rel="attachment" href="data:text/html;base64,eA=="/>',
        '<link rel="attachment" href="data:application/json,{}"/>',
    ],
)
def test_nothing_else_is_attached(link):
    with pytest.raises(FatalURLFetchingError):
        render(f'<html lang="en"><head><title>x</title>{link}</head></html>', Paper.A4, PrintSize.STANDARD)


def test_a_link_in_the_text_attaches_nothing():
    body = '<body><p><a rel="attachment" href="data:application/json;base64,eA==">x</a></p></body>'
    page = f'<html lang="en"><head><title>x</title></head>{body}</html>'
    with pytest.raises(FatalURLFetchingError):
        render(page, Paper.A4, PrintSize.STANDARD)


@pytest.mark.pdfua
def test_it_keeps_the_rules_of_pdf_ua(bank, tmp_path):
    job, _without = jobs(bank)
    (tmp_path / "kept.pdf").write_bytes(to_pdf(job, render_here))
    assert list(PdfReader(tmp_path / "kept.pdf").attachment_list)
    assert violations([tmp_path / "kept.pdf"]) == {}
