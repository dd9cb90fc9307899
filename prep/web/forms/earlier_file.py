"""Reads an earlier list that was sent: a PDF of ours in the processes that make PDFs, or the JSON of the API here.

What the file is called counts for nothing; how it begins decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from werkzeug.exceptions import RequestEntityTooLarge

from prep.checklist.pack import Pack
from prep.checklist.resumed_list import ResumedList
from prep.checklist.saved_list import SavedList, read
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.i18n import noop as _
from prep.web import shared_computer
from prep.web.forms import hidden_state, pack_options
from prep.web.forms.file_upload import sent_with_files
from prep.web.forms.list_editor import CHANGES
from prep.web.site import pdf_place

MAX_BYTES = 1024 * 1024
"""Of a request; our fullest PDF is under 400 KB, and programs that people fill it in with make it somewhat larger."""

FILE = "earlier_file"
NOT_A_FILE = _("This address takes the PDF of an earlier list: send it from the page.")

PDF = b"%PDF-"
WHERE_PDFS_BEGIN = 1024
"""Readers of PDFs bear with so many other bytes before the beginning."""


@dataclass(frozen=True, slots=True)
class EarlierList:
    """What was found in the file."""

    saved: SavedList
    ticked: frozenset[str]
    """The questions that are ticked in it."""

    tells_ticks: bool
    """Whether it could say so; a copy without boxes cannot, and nor can JSON."""


def sent_list() -> EarlierList:
    """Return the earlier list in the current request.

    Raises:
        SavedListError: no list can be read from what was sent.
        NoPdfError: it is a PDF, and there is no place to look at it just now.
        UnsupportedMediaType: it is not the form of our page.
        BadRequest: the form cannot be read.
    """
    content = _chosen_file()
    if PDF in content[:WHERE_PDFS_BEGIN]:
        with pdf_place() as place:
            found = place.read(content)
        return EarlierList(read(found.content), found.ticked, found.has_boxes)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return EarlierList(read(content.removeprefix(b"\xef\xbb\xbf")), frozenset(), tells_ticks=False)
    raise SavedListError(Fault.WRONG_KIND if content else Fault.NO_FILE)


def carried(resumed: ResumedList, pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the names and values that lead to the list, as its own page sends them; the day is asked for anew."""
    for field, options in resumed.answers.by_field.items():
        yield from ((field, option) for option in sorted(options))
    yield from _visit(resumed)
    yield CHANGES, hidden_state.written(resumed.changes)
    yield from pack_options.fields(pack)
    if resumed.is_confirmed:
        yield "as_is", "yes"


def _visit(resumed: ResumedList) -> Sequence[tuple[str, str]]:
    visit = resumed.visit
    printed = (
        ("printed_name", visit.name),
        ("printed_with", visit.with_whom),
    )
    return [("list_for", visit.speaker.value), *(pair for pair in printed if pair[1])]


def _chosen_file() -> bytes:
    try:
        form, files = sent_with_files(MAX_BYTES, NOT_A_FILE)
    except RequestEntityTooLarge as error:
        raise SavedListError(Fault.TOO_LARGE) from error
    shared_computer.heed(form)
    return files[FILE].read() if FILE in files else b""
