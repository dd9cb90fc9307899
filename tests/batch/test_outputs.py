"""Where PDFs go: whole or not at all, never over what is there, and under names that tell nothing."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from prep.batch.outputs import Folder, MergedPdf, Zip, file_name, written_whole
from prep.batch.row_problem import RowProblem
from prep.batch.rows import BadRow, Row
from prep.batch.runner import Batch, BlockedError, KeptError, Printed
from prep.checklist.answers import Answers, Visit
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.pdf.worker import PROBE, render_here
from tests.paper import page_texts
from tests.verapdf import violations

SIZES = (Paper.LETTER, PrintSize.STANDARD)


def render(html, *_sizes) -> bytes:
    return b"%PDF " + html.encode()


def write(folder, number, html) -> None:
    folder.add(Printed(number, "Ann", folder.checked(number, render)(html, *SIZES)))


def test_a_files_name_is_the_number_of_its_row():
    assert [file_name(number) for number in (2, 41, 12345)] == ["visit-0002.pdf", "visit-0041.pdf", "visit-12345.pdf"]


def test_what_was_made_is_not_made_again(tmp_path):
    write(Folder(tmp_path, overwrite=False), 2, "list of Ann")
    with pytest.raises(KeptError):
        Folder(tmp_path, overwrite=False).checked(2, render)("list of Ann", *SIZES)


@pytest.mark.parametrize("sizes", [(Paper.A4, PrintSize.STANDARD), (Paper.LETTER, PrintSize.LARGE)])
def test_another_visits_file_is_never_taken_for_it_nor_written_over(tmp_path, sizes):
    write(Folder(tmp_path, overwrite=False), 2, "list of Ann")
    before = (tmp_path / "visit-0002.pdf").read_bytes()
    for html, paper, size in [("list of Bo", *SIZES), ("list of Ann", *sizes)]:
        with pytest.raises(BlockedError, match="for another visit"):
            Folder(tmp_path, overwrite=False).checked(2, render)(html, paper, size)
    assert (tmp_path / "visit-0002.pdf").read_bytes() == before
    write(Folder(tmp_path, overwrite=True), 2, "list of Bo")
    assert b"Bo" in (tmp_path / "visit-0002.pdf").read_bytes()


def test_the_mark_in_a_file_leaves_it_a_sound_pdf(tmp_path):
    folder = Folder(tmp_path, overwrite=False)
    folder.add(Printed(2, "", folder.checked(2, render_here)(*PROBE)))
    assert page_texts((tmp_path / "visit-0002.pdf").read_bytes()) == ["Ready"]


@pytest.mark.pdfua
def test_with_name_and_mark_it_is_as_accessible_as_any(tmp_path, small):
    folder = Folder(tmp_path, overwrite=False)
    row = Row(2, (), Answers.of({"side": ["left"]}), Visit("Ann " * 20), None, None, PrintSize.LARGE)
    folder.add(Batch(small, {"en": Translator("en")}, "en").make(row, folder.checked(2, render_here)))
    assert violations([tmp_path / "visit-0002.pdf"]) == {}


def stop_in_the_middle(file) -> None:
    file.write(b"half")
    raise KeyboardInterrupt


def test_a_file_bears_its_name_only_once_it_is_whole(tmp_path):
    path = tmp_path / "visits.pdf"
    with pytest.raises(KeyboardInterrupt), written_whole(path) as file:
        stop_in_the_middle(file)
    assert list(tmp_path.iterdir()) == []
    with written_whole(path) as file:
        file.write(b"whole")
    assert [one.name for one in tmp_path.iterdir()] == ["visits.pdf"]


def test_a_zip_file_is_written_from_start_to_end():
    pieces = []
    bundle = Zip(pieces.append)
    write(bundle, 2, "list of Ann")
    assert b"list of Ann" in b"".join(pieces), "it waits for the end"
    write(bundle, 10, "list of Bo")
    bundle.close()
    with ZipFile(BytesIO(b"".join(pieces))) as read:
        assert read.testzip() is None
        assert read.namelist() == ["visit-0002.pdf", "visit-0010.pdf"]
        assert read.read("visit-0010.pdf") == b"%PDF list of Bo"
        assert read.infolist()[0].external_attr >> 16 == 0o644


def test_the_cover_of_one_file_tells_no_answer():
    pieces = []
    pile = MergedPdf(pieces.append, render_here, Translator("en"), Paper.LETTER)
    pile.add(Printed(2, "Ann Lee", pile.checked(2, render_here)(*PROBE)))
    pile.leave_out(BadRow(3, ("metastatik",), (RowProblem([("Write one of.", {})], "stage", "metastatik"),)))
    pile.close()
    cover, _blank, ready, _back = page_texts(b"".join(pieces))
    assert "Ann Lee" in cover
    assert "Row 3" in cover
    assert "stage" in cover
    assert "metastatik" not in cover
    assert ready == "Ready"


def test_the_cover_names_who_is_not_in_the_pile_and_why():
    pieces = []
    hidden = [(7, 7, "Eve Hidden"), (9, 12, "")]
    pile = MergedPdf(pieces.append, render_here, Translator("en"), Paper.LETTER, lambda: hidden)
    pile.add(Printed(2, "Ann Lee", pile.checked(2, render_here)(*PROBE)))
    pile.leave_out(BadRow(3, (), (RowProblem([("Why.", {})], "dx", "melanoma"),), "Bo Other"))
    pile.leave_out(BadRow(4, (), (RowProblem([("Why.", {})], "status", "CXL"),), "Cy Gone", is_cancelled=True))
    pile.close()
    cover = " ".join(page_texts(b"".join(pieces))[0].split())
    assert "7 rows were left out." in cover
    said = cover.replace(" ", "")
    for part in ("Row3leftout", "BoOther", "Row4cancelledCyGone", "Row7hiddenEveHidden", "Rows9–12hidden"):
        assert part in said
    assert "melanoma" not in cover
