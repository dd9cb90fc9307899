"""What a file is called counts for nothing: how it begins decides who reads it."""

from contextlib import contextmanager

import pytest
from flask import Flask

from prep.checklist.answers import Answers
from prep.checklist.changes import Changes
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare
from prep.checklist.resumed_list import resume
from prep.checklist.saved_list import SavedList, write
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.pdf.jobs import EarlierPdf
from prep.pdf.maker import Place
from prep.web.forms.earlier_file import EarlierList, carried, sent_list
from tests.paper import ANN, ENGLISH

LIST = b'{"answers": {"side": "left"}}'


@pytest.fixture
def looked_at(monkeypatch):
    """What was given to the processes that look into PDFs."""
    seen = []

    @contextmanager
    def place():
        yield Place(lambda job: seen.append(job.content) or EarlierPdf(LIST, frozenset({"walk"}), has_boxes=True))

    monkeypatch.setattr("prep.web.forms.earlier_file.pdf_place", place)
    return seen


def read(content: bytes) -> EarlierList:
    head = b'--q7z\r\nContent-Disposition: form-data; name="earlier_file"; filename="../holiday.jpg"\r\n\r\n'
    sent = {"data": head + content + b"\r\n--q7z--\r\n", "content_type": "multipart/form-data; boundary=q7z"}
    with Flask("x").test_request_context("/", method="POST", **sent):
        return sent_list()


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\n\n%PDF-1.4", b'{"a": 1} %PDF-1.4', b"x" * 1000 + b"%PDF-1.7"])
def test_a_pdf_is_never_read_here(looked_at, content):
    found = read(content)
    assert looked_at == [content]
    assert (found.ticked, found.tells_ticks) == ({"walk"}, True)


@pytest.mark.parametrize("content", [LIST, b" \r\n" + LIST, b"\xef\xbb\xbf" + LIST])
def test_json_is_read_here_and_cannot_tell_ticks(looked_at, content):
    found = read(content)
    assert looked_at == []
    assert (found.saved.chosen(), found.tells_ticks) == (Answers.of({"side": ["left"]}), False)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.NO_FILE),
        (b"[]", Fault.WRONG_KIND),
        (b"\x89PNG", Fault.WRONG_KIND),
        (b"x" * 2000 + b"%PDF-1.7", Fault.WRONG_KIND),
        (b"{", Fault.OTHER_SHAPE),
    ],
)
def test_anything_else_is_told(looked_at, content, fault):
    with pytest.raises(SavedListError) as error:
        read(content)
    assert (error.value.fault, looked_at) == (fault, [])


def test_what_leads_to_the_list_is_what_its_own_page_sends(small):
    told, changes = Answers.of({"side": ["left"]}), Changes(starred=("walk",))
    saved = SavedList.of(prepare(small, told, ANN, ENGLISH, changes), told, changes, Pack(), "en")
    sent = dict(carried(resume(small, read(write(saved)).saved, ENGLISH), Pack()))
    assert sent == {
        "side": "left",
        "list_for": "patient",
        "printed_name": "Ann Lee",
        "printed_with": "Dr. Quux",
        "list_changes": '{"starred":["walk"]}',
        "pack_extent": "page",
        "pack_about": "illness",
        "pack_paper": "letter",
        "pack_print": "standard",
    }
