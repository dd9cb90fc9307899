"""Tells what kind of file was sent by how it begins, whatever its name, and what to do with one that is no list."""

from enum import Enum
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile

from prep.batch.files.encoding import UTF_8, encoding_of
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _

START = 4096
CONTROLS = (*range(9), *range(14, 27), *range(28, 32))
"""Bytes that are in no text."""

CONTROLS_IN = 10
"""Of so many bytes, more than one of these is no slip of a key."""


ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EMPTY_ZIP = b"PK\x05\x06"
MARKUP = ("<!doctype", "<html", "<table")
OLD_WORD = "WordDocument".encode("utf-16-le")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the part that holds a workbook with a password, as Office writes it."""

SAVE_AS = _("Open it in your spreadsheet, save it as “Excel workbook (.xlsx)” or “CSV UTF-8”, and send that file.")
PASSWORD = _("This file has a password. Open it, take the password off, and save it again.")
MACROS = _("This workbook holds macros. Save it again as “Excel workbook (.xlsx)”, without macros.")
OLD_EXCEL = _("This is a file of an old Excel (.xls).")
OPEN_DOCUMENT = _("This is an OpenDocument file (.ods).")
BINARY_EXCEL = _("This is a binary Excel workbook (.xlsb).")
NUMBERS = _("This is a file of Apple Numbers. Export it as “Excel” or “CSV”, and send that file.")
WORD = _("This is a Word document. Copy its table into a spreadsheet, save it as “CSV UTF-8”, and send that file.")
PDF = _("This is a PDF. Ask the schedule for a list as Excel or CSV, and send that file.")
WEB_PAGE = _("This is a web page under another name, as some schedules write.")
RICH_TEXT = _("This is a text document. Copy its table into a spreadsheet, save it as “CSV UTF-8”, and send that file.")
PICTURE = _("This is a picture. Ask the schedule for a list as Excel or CSV, and send that file.")
XML = _("This is an XML file under another name, as some schedules write.")
CALENDAR = _("This is a calendar. Ask the schedule for a list as Excel or CSV, and send that file.")
PACKED = _("This is a packed file. Take the list out of it, and send that file.")
NO_LIST = _("This is neither a workbook nor text. Ask the schedule for a list as Excel or CSV, and send that file.")
OTHER_ZIP = _("This is a zip file, and no workbook. Take the list out of it, and send that file.")
BROKEN = _("This workbook is damaged.")

_BY_START = (
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\0", PICTURE),
    (b"MM\0*", PICTURE),
    (b"\0\0\0\x18ftyp", PICTURE),
    (b"\0\0\0\x1cftyp", PICTURE),
    (EMPTY_ZIP, OTHER_ZIP),
    (b"\x1f\x8b", PACKED),
    (b"7z\xbc\xaf", PACKED),
    (b"Rar!\x1a", PACKED),
    (b"\xfd7zXZ", PACKED),
)
_BY_TEXT = (
    ("%pdf", PDF),
    ("{\\rtf", RICH_TEXT),
    ("<?xml", XML),
    ("begin:vcalendar", CALENDAR),
    *((beginning, WEB_PAGE) for beginning in MARKUP),
)
_BY_MEMBER = (
    ("xl/workbook.bin", BINARY_EXCEL),
    ("content.xml", OPEN_DOCUMENT),
    ("word/document.xml", WORD),
    ("Index/Document.iwa", NUMBERS),
    ("Index.zip", NUMBERS),
)


class FileKind(Enum):
    """The kinds that are read."""

    TEXT = "text"
    WORKBOOK = "workbook"


def kind_of(file: BinaryIO) -> FileKind:
    """Return how to read the file.

    Raises:
        VisitsError: it is neither a workbook nor text. The message says what it is, and what to do.
    """
    file.seek(0)
    start = file.read(START)
    file.seek(0)
    if start.startswith(ZIP):
        return _workbook(file)
    if start.startswith(OLE):
        raise told(_old_office(file))
    for beginning, sentence in _BY_START:
        if start.startswith(beginning):
            raise told(sentence)
    text = start.decode(encoding_of(start), "ignore").lstrip().lower()
    for words, sentence in _BY_TEXT:
        if text.startswith(words):
            raise told(sentence)
    if encoding_of(start) == UTF_8 and CONTROLS_IN * sum(map(start.count, CONTROLS)) > len(start):
        raise told(NO_LIST)
    return FileKind.TEXT


def _old_office(file: BinaryIO) -> str:
    if holds(file, ENCRYPTED):
        return PASSWORD
    return WORD if holds(file, OLD_WORD) else OLD_EXCEL


def told(sentence: str) -> VisitsError:
    """Return the error that says what the file is, and what to do with one that can be saved in another form."""
    can_be_saved_again = sentence in {OLD_EXCEL, OPEN_DOCUMENT, BINARY_EXCEL, WEB_PAGE, XML, BROKEN}
    return VisitsError((sentence, {}), (SAVE_AS, {})) if can_be_saved_again else VisitsError((sentence, {}))


def _workbook(file: BinaryIO) -> FileKind:
    try:
        with ZipFile(file) as parts:
            names = set(parts.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise told(BROKEN) from error
    for name, sentence in _BY_MEMBER:
        if name in names:
            raise told(sentence)
    if "xl/workbook.xml" not in names:
        raise told(OTHER_ZIP)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise told(MACROS)
    return FileKind.WORKBOOK


def holds(file: IO[bytes], *wanted: bytes) -> bool:
    """Return whether any of the bytes stand in the file. It is read in pieces, which overlap."""
    file.seek(0)
    overlap, before = max(map(len, wanted)), b""
    while piece := file.read(1 << 20):
        if any(one in before + piece for one in wanted):
            return True
        before = piece[-overlap:]
    return False
