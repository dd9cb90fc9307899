"""What can be ticked and typed in the PDF itself."""

import subprocess
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from prep.checklist.pack import Extent, Pack, PrintSize
from tests.paper import LATER, checklist, fields, pdf

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", list(PrintSize))
def test_every_field_has_a_name_of_its_own_and_says_what_it_is_for(bank, size):
    found = fields(pdf(checklist(bank, LATER), Pack(Extent.EVERYTHING, print_size=size)))
    names = [field["/T"] for field in found]
    assert len(set(names)) == len(names) > 40
    tips = [field["/TU"] for field in found if not field["/T"].startswith(("asked", "answer"))]
    assert len(set(tips)) == len(tips)
    assert all(field["/TU"].strip() != field["/T"] for field in found)


def test_there_is_a_box_for_every_question_and_room_for_every_answer(bank):
    made = checklist(bank, LATER)
    tips = [field["/TU"] for field in fields(pdf(made, Pack(Extent.EVERYTHING)))]
    for line in made.page_one:
        assert f"Asked: {line.text}" in tips
        assert any(tip.startswith(f"Notes on: {line.text} (room for") for tip in tips)


@pytest.mark.parametrize("size", list(PrintSize))
def test_a_box_is_large_enough_to_hit(bank, size):
    for field in fields(pdf(checklist(bank, LATER), Pack(Extent.EVERYTHING, print_size=size))):
        left, bottom, right, top = field["/Rect"]
        assert abs(right - left) >= 9
        assert abs(top - bottom) >= 9


def filled(content, name, change) -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(content)))
    for page in writer.pages:
        for one in page.get("/Annots", ()):
            if one.get_object()["/T"] == name:
                change(one.get_object())
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def seen(tmp_path, content, page="1") -> bytes:
    (tmp_path / "seen.pdf").write_bytes(content)
    command = ["pdftoppm", "-r", "72", "-gray", "-f", page, "-l", page, tmp_path / "seen.pdf"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def darker(before: bytes, after: bytes) -> int:
    return sum(old - new > 60 for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize("size", list(PrintSize))
def test_a_tick_is_seen(bank, tmp_path, size):
    made = checklist(bank, LATER)
    content = pdf(made, Pack(print_size=size))

    def tick(field):
        field[NameObject("/V")] = field[NameObject("/AS")] = NameObject("/on")

    ticked = filled(content, f"asked-{made.top[0].id}", tick)
    assert darker(seen(tmp_path, content), seen(tmp_path, ticked)) > 20


def test_what_is_typed_is_seen(bank, tmp_path):
    content = pdf(checklist(bank, LATER), Pack(Extent.NOTES))

    def write(field):
        field[NameObject("/V")] = TextStringObject("Zoë, my quick brown fox")

    typed = filled(content, "who-came", write)
    assert darker(seen(tmp_path, content, "3"), seen(tmp_path, typed, "3")) > 100
