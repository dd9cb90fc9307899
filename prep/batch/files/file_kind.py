"""Tells what kind of file was sent by how it begins, whatever its name, and what to do with one that is no list."""

from enum import Enum
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile

from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _

START = 4096

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOM, MARKUP = b"\xef\xbb\xbf", (b"<!doctype", b"<html", b"<table", b"<?xml")
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
OTHER_ZIP = _("This is a zip file, and no workbook. Take the list out of it, and send that file.")
BROKEN = _("This workbook is damaged.")

_BY_START = (
    (b"%PDF", PDF),
    (b"{\\rtf", RICH_TEXT),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
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
        raise told(PASSWORD if holds(file, ENCRYPTED) else OLD_EXCEL)
    for beginning, sentence in _BY_START:
        if start.startswith(beginning):
            raise told(sentence)
    if start.removeprefix(BOM).lstrip().lower().startswith(MARKUP):
        raise told(WEB_PAGE)
    return FileKind.TEXT


def told(sentence: str) -> VisitsError:
    """Return the error that says what the file is, and what to do with one that can be saved in another form."""
    can_be_saved_again = sentence in {OLD_EXCEL, OPEN_DOCUMENT, BINARY_EXCEL, WEB_PAGE, BROKEN}
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
