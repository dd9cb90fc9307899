"""An earlier PDF is read back, ticks and all; and whatever else somebody sends has a name and harms nobody."""

import os
import random
import resource
import signal
import time
import zlib
from functools import cache, partial
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from prep.checklist.answers import Answers
from prep.checklist.pack import Extent, Pack
from prep.checklist.saved_list import MAX_BYTES, SavedList, write
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.export.formats import PrintJob, to_pdf
from prep.pdf.earlier_pdf import MAX_MEMORY, read_earlier_pdf
from prep.pdf.jobs import EarlierPdf
from prep.pdf.worker import PROBE, render_here
from tests.paper import ADDRESS, ENGLISH, LATER, checklist, own
from tests.pdf.test_pool import renderer_of, started

pytestmark = pytest.mark.slow

CHANGES = own("May I travel in June?")


@pytest.fixture(scope="module")
def job(bank) -> PrintJob:
    made = checklist(bank, LATER, changes=CHANGES)
    pack = Pack(Extent.EVERYTHING)
    return PrintJob(made, ENGLISH, pack, ADDRESS, kept=SavedList.of(made, Answers.of(LATER), CHANGES, pack, "en"))


@pytest.fixture(scope="module")
def kept(job) -> bytes:
    """A PDF that carries its list."""
    return to_pdf(job, render_here)


def rewritten(content: bytes, change=lambda _writer: None) -> bytes:
    """Return the PDF as another program saves it again."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def ticking(*questions, states=("/V", "/AS"), on="/on"):
    """Return a change that ticks the boxes of the questions."""

    def change(writer):
        for page in writer.pages:
            for field in (one.get_object() for one in page.get("/Annots", ())):
                if field.get("/T", "").removeprefix("asked-") in questions:
                    field.update({NameObject(state): NameObject(on) for state in states})

    return change


def test_the_list_and_the_ticks_are_found(job, kept):
    asked = [job.checklist.top[0].id, "own_1"]
    assert read_earlier_pdf(kept) == EarlierPdf(write(job.kept), frozenset(), has_boxes=True)
    found = read_earlier_pdf(rewritten(kept, ticking(*asked)))
    assert found == EarlierPdf(write(job.kept), frozenset(asked), has_boxes=True)


@pytest.mark.parametrize("states", [("/V",), ("/AS",)])
def test_programs_say_in_their_own_way_that_a_box_is_ticked(job, kept, states):
    found = read_earlier_pdf(rewritten(kept, ticking(job.checklist.top[0].id, states=states, on="/Yes")))
    assert found.ticked == {job.checklist.top[0].id}


def test_a_box_whose_tick_was_taken_back_is_not_ticked(job, kept):
    ticked = rewritten(kept, ticking(job.checklist.top[0].id))
    assert read_earlier_pdf(rewritten(ticked, ticking(job.checklist.top[0].id, on="/Off"))).ticked == frozenset()


def test_a_copy_without_fields_keeps_the_list_and_tells_nothing_of_ticks(job, kept):
    def flatten(writer):
        del writer.root_object["/AcroForm"]
        for page in writer.pages:
            page.pop("/Annots", None)

    assert read_earlier_pdf(rewritten(kept, flatten)) == EarlierPdf(write(job.kept), frozenset(), has_boxes=False)


def test_a_pdf_of_ours_without_its_list_is_told(job):
    plain = to_pdf(PrintJob(job.checklist, ENGLISH, job.pack, ADDRESS), render_here)
    assert read_earlier_pdf(plain) is Fault.NO_LIST


def blank(change=lambda _writer: None) -> bytes:
    """Return a PDF of another program."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    change(writer)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_another_programs_pdf_is_told():
    assert read_earlier_pdf(blank()) is Fault.NO_LIST


def test_another_programs_attachment_is_told():
    invoice = blank(lambda writer: writer.add_attachment("invoice.xml", b"<invoice/>"))
    assert read_earlier_pdf(invoice) is Fault.OTHER_ATTACHMENT


def test_a_name_that_stands_elsewhere_in_the_file_is_found(job, kept):
    def apart(writer):
        (file,) = writer.attachment_list
        name = writer._add_object(TextStringObject("visit-prep.json"))
        file.pdf_object[NameObject("/UF")] = name
        del file.pdf_object["/F"]

    assert read_earlier_pdf(rewritten(kept, apart)).content == write(job.kept)


def test_ours_is_found_among_others(job, kept):
    with_another = rewritten(kept, lambda writer: writer.add_attachment("a.txt", b"x"))
    assert read_earlier_pdf(with_another).content == write(job.kept)


def test_a_locked_pdf_is_told(kept):
    locked = rewritten(kept, lambda writer: writer.encrypt("secret", algorithm="RC4-128"))
    assert read_earlier_pdf(locked) is Fault.ENCRYPTED


def test_a_pdf_that_is_locked_as_most_programs_do_today_is_told():
    strings = "".join(f"/{name} <{'00' * size}>" for name, size in (("O", 48), ("U", 48), ("OE", 32), ("UE", 32)))
    filters = "/CF <</StdCF <</CFM /AESV3 /Length 32>>>> /StmF /StdCF /StrF /StdCF"
    lock = f"/Encrypt <</Filter /Standard /V 5 /R 6 /Length 256 /P -4 {strings} /Perms <{'00' * 16}> {filters}>>"
    locked = blank().replace(b"trailer\n<<", b"trailer\n<<" + lock.encode())
    assert read_earlier_pdf(locked) is Fault.ENCRYPTED


@pytest.mark.parametrize("part", [0, 5, 1000, -2000])
def test_a_pdf_that_broke_off_is_damaged(kept, part):
    assert read_earlier_pdf(kept[:part]) is Fault.DAMAGED


def attached(filters: list[str], data: bytes) -> bytes:
    """Return a PDF with a file of our name, packed in this way."""

    def change(writer):
        stream = StreamObject()
        stream._data = data
        stream[NameObject("/Filter")] = ArrayObject(map(NameObject, filters))
        file = DictionaryObject(
            {
                NameObject("/UF"): TextStringObject("visit-prep.json"),
                NameObject("/EF"): DictionaryObject({NameObject("/F"): writer._add_object(stream)}),
            }
        )
        names = ArrayObject([TextStringObject("visit-prep.json"), writer._add_object(file)])
        tree = DictionaryObject({NameObject("/Names"): names})
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): tree})

    return blank(change)


@cache
def gigabyte_packed(times: int) -> bytes:
    """Return a gigabyte of zeros as Flate packs them, so many times over; made piece by piece, once it is asked for."""
    if times > 1:
        return zlib.compress(gigabyte_packed(times - 1), 9)
    packing = zlib.compressobj(9)
    piece = b"\0" * (1 << 20)
    return b"".join([*(packing.compress(piece) for _one in range(1 << 10)), packing.flush()])


@pytest.mark.parametrize(
    ("filters", "data"),
    [
        (["/FlateDecode"], partial(gigabyte_packed, 1)),
        (["/FlateDecode"] * 2, partial(gigabyte_packed, 2)),
        (["/FlateDecode"] * 3, partial(gigabyte_packed, 3)),
        (["/FlateDecode"] * 9, partial(zlib.compress, b"x")),
        (["/RunLengthDecode"], lambda: b"\x81\0" * 500_000),
        (["/FlateDecode"], lambda: zlib.compress(b" " * (MAX_BYTES + 1))),
    ],
    ids=["1 GB", "1 GB twice packed", "1 GB packed three times", "many filters", "runs", "just too much"],
)
def test_what_unpacks_to_far_more_is_refused_and_takes_no_memory(filters, data):
    bomb = attached(filters, data())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    assert read_earlier_pdf(bomb) is Fault.TOO_MUCH_INSIDE
    assert time.process_time() - began < 5
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < MAX_MEMORY


def test_a_list_packed_in_an_unusual_way_is_read():
    assert read_earlier_pdf(attached(["/ASCIIHexDecode", "/FlateDecode"], zlib.compress(b"{}").hex().encode() + b">"))
    assert read_earlier_pdf(attached([], b"{}")).content == b"{}"


def test_what_goes_in_circles_comes_to_an_end():
    def circle(writer):
        tree = DictionaryObject()
        reference = writer._add_object(tree)
        tree[NameObject("/Kids")] = ArrayObject([reference] * 500)
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): reference})

    began = time.process_time()
    assert read_earlier_pdf(blank(circle)) is Fault.NO_LIST
    assert time.process_time() - began < 1


def test_things_of_the_wrong_kind_are_no_list():
    def numbers(writer):
        writer.root_object[NameObject("/Names")] = NumberObject(7)
        writer.root_object[NameObject("/AcroForm")] = NumberObject(7)

    assert read_earlier_pdf(blank(numbers)) is Fault.NO_LIST


def test_a_worker_reads_as_we_do_here(kept):
    with started() as press, press.place("") as place:
        assert place.read(kept) == read_earlier_pdf(kept)
    with started() as press, press.place("") as place, pytest.raises(SavedListError) as error:
        place.read(blank())
    assert error.value.fault is Fault.NO_LIST


@pytest.mark.faults
def test_reading_that_takes_too_long_is_ended_and_the_next_pdf_is_made(kept, monkeypatch):
    monkeypatch.setattr("prep.pdf.pool.READ_SECONDS", 1.0)
    with started() as press:
        stuck = renderer_of(press)
        os.kill(stuck, signal.SIGSTOP)
        with press.place("") as place, pytest.raises(SavedListError) as error:
            place.read(kept)
        assert error.value.fault is Fault.TOO_HARD
        press.missing_requirements()
        assert renderer_of(press) != stuck
        assert press.render(*PROBE)[:5] == b"%PDF-"


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return the file with some of its bytes flipped, some cut off, or some of its pieces swapped."""
    changed = bytearray(content)
    match chance.randrange(4):
        case 0:
            for _one in range(chance.randrange(1, 40)):
                changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        case 1:
            del changed[chance.randrange(len(changed)) :]
        case 2:
            size = chance.randrange(1, 2000)
            one, other = (chance.randrange(len(changed) - size) for _place in range(2))
            changed[one : one + size], changed[other : other + size] = (
                changed[other : other + size],
                changed[one : one + size],
            )
        case 3:  # where the file says what stands where, every byte counts
            for _one in range(chance.randrange(1, 6)):
                changed[-chance.randrange(1, 2500)] = chance.randrange(256)
    return bytes(changed)


def test_a_thousand_damaged_files_crash_nothing_and_are_done_in_time(kept):
    chance = random.Random(20261130)  # noqa: S311  # the same files each time
    sources = [kept, rewritten(kept, ticking("own_1"))]
    outcomes = []
    with started(2) as press:
        began = time.process_time()
        for number in range(1000):
            with press.place("") as place:
                try:
                    outcomes.append(place.read(mutated(sources[number % 2], chance)).ticked <= {"own_1"})
                except SavedListError as error:
                    outcomes.append(error.fault)
        assert time.process_time() - began < 300
        assert press.render(*PROBE)[:5] == b"%PDF-"
    assert len(outcomes) == 1000
    assert {True, Fault.DAMAGED} <= set(outcomes)
    assert outcomes.count(Fault.TOO_HARD) < 10
