"""Extracts from an earlier PDF of ours the attached list and the boxes ticked. Whoever sends a file can send anything.

So this runs in a worker process only: its time is the pool's, its memory has a limit, and so has all that is inflated.
"""

import logging
from collections.abc import Iterator
from io import BytesIO

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject

from prep.checklist.saved_list import FILE_NAME, MAX_BYTES
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.pdf.jobs import EarlierPdf
from prep.process_limits import bounded_memory

BOX = "asked-"
"""How the name of a question's box begins; the question's id follows."""

MAX_MEMORY = 256 * 1024 * 1024
"""Bytes by which the process may grow meanwhile; our fullest PDF needs about a tenth of it."""

MAX_FIELDS = 2000
MAX_KIDS = 5
MAX_ATTACHMENTS = 20
MAX_DEPTH = 3
INFLATED = 4 * 1024 * 1024
"""Bytes that one piece of a file may unpack to; the largest of our fullest PDF is a tenth of it."""

LIMITS = Configuration(
    maximum_declared_stream_length=INFLATED,
    array_based_stream_maximum_output_length=INFLATED,
    lzw_maximum_output_length=INFLATED,
    run_length_maximum_output_length=INFLATED,
    zlib_maximum_output_length=INFLATED,
    zlib_maximum_recovery_input_length=100_000,
    brotli_maximum_output_length=INFLATED,
    jbig2_maximum_output_length=INFLATED,
    jbig2dec_binary=None,  # no other program is started, whatever a file asks for
    stream_filters_maximum_length=3,
    stream_decoding_work_maximum_length=4 * INFLATED,
)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings quote what it cannot read


def read_earlier_pdf(content: bytes) -> EarlierPdf | Fault:
    """Return what the PDF holds, or what is wrong with it."""
    try:
        with bounded_memory(MAX_MEMORY), apply_configuration(LIMITS):
            return _read(PdfReader(BytesIO(content)))
    except SavedListError as error:
        return error.fault
    except (DependencyError, FileNotDecryptedError):
        return Fault.ENCRYPTED
    except (LimitReachedError, MemoryError):
        return Fault.TOO_MUCH_INSIDE
    except Exception:  # whatever it is that pypdf stumbles over
        return Fault.DAMAGED


def _read(pdf: PdfReader) -> EarlierPdf:
    if pdf.is_encrypted:
        raise SavedListError(Fault.ENCRYPTED)
    root = pdf.root_object
    content = _attached(root)
    boxes = [field for field in _fields(root) if _name(field).startswith(BOX)]
    ticked = frozenset(_name(field).removeprefix(BOX) for field in boxes if _is_ticked(field))
    return EarlierPdf(content, ticked, bool(boxes))


def _attached(root: DictionaryObject) -> bytes:
    """Return our file among those that are attached."""
    tree = _dictionary(_dictionary(root.get("/Names")).get("/EmbeddedFiles"))
    files = list(_named_files(tree, MAX_DEPTH))
    if not files:
        raise SavedListError(Fault.NO_LIST)
    for file in files:
        if FILE_NAME in (_text(file.get("/UF")), _text(file.get("/F"))):
            stream = _object(_dictionary(file.get("/EF")).get("/F"))
            if not isinstance(stream, StreamObject):
                raise SavedListError(Fault.DAMAGED)
            if len(content := stream.get_data()) > MAX_BYTES:
                raise SavedListError(Fault.TOO_MUCH_INSIDE)
            return content
    raise SavedListError(Fault.OTHER_ATTACHMENT)


def _named_files(tree: DictionaryObject, depth: int) -> Iterator[DictionaryObject]:
    """Yield the files of a name tree, where names and files take turns."""
    for file in _array(tree.get("/Names"))[1 : 2 * MAX_ATTACHMENTS : 2]:
        yield _dictionary(file)
    if depth:
        for branch in _array(tree.get("/Kids"))[:MAX_ATTACHMENTS]:
            yield from _named_files(_dictionary(branch), depth - 1)


def _fields(root: DictionaryObject) -> Iterator[DictionaryObject]:
    for field in _array(_dictionary(root.get("/AcroForm")).get("/Fields"))[:MAX_FIELDS]:
        yield _dictionary(field)


def _name(field: DictionaryObject) -> str:
    return _text(field.get("/T"))


def _is_ticked(field: DictionaryObject) -> bool:
    """Return whether the box is on. Some programs say so in its value, some in how it looks, most in both."""
    looks = [field, *map(_dictionary, _array(field.get("/Kids"))[:MAX_KIDS])]
    states = {_text(one.get(key)) for one in looks for key in ("/V", "/AS") if key in one}
    return bool(states - {"/Off", "", "NullObject"})


def _text(value: PdfObject | None) -> str:
    return str(_object(value))


def _object(value: PdfObject | None) -> PdfObject:
    found = value.get_object() if value is not None else None
    return NullObject() if found is None else found


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = _object(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: PdfObject | None) -> ArrayObject:
    found = _object(value)
    return found if isinstance(found, ArrayObject) else ArrayObject()
