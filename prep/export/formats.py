"""Writes a checklist out: as a printed pack in HTML or PDF, as plain text, or as JSON."""

from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote

from prep.bank.models import Part
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Pack, page_style
from prep.checklist.saved_list import SavedList, write
from prep.clinics.models import NO_CLINIC, Clinic
from prep.export.document import ChecklistDocument
from prep.export.qr import qr_code
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.paths import STATIC
from prep.pdf.maker import Render
from prep.templating import draw

SUBJECT = _("Questions for my visit")
"""Of an e-mail with the list. It tells nothing about the illness."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A list, and all that its printed pack is drawn from."""

    checklist: Checklist
    translator: Translator
    pack: Pack
    address: str | None = None
    """Of the start page; without it there is no QR code."""

    clinic: Clinic = NO_CLINIC
    whose: str | None = None
    """Whose list it is, to stand on top of every sheet."""

    kept: SavedList | None = None
    """What the PDF carries, so that the person can go on from it; nothing unless they asked for it."""


def to_pdf(job: PrintJob, render: Render) -> bytes:
    """Return the pack as an accessible PDF."""
    return render(_draw(job, style=None), job.pack.paper, job.pack.print_size)


def to_html(job: PrintJob) -> str:
    """Return the pack as one page that needs no other file."""
    sheet = (STATIC / "pack.css").read_text(encoding="utf-8")
    return _draw(job, sheet + page_style(job.pack.paper, job.pack.print_size))


def to_text(checklist: Checklist, translator: Translator, clinic: Clinic = NO_CLINIC) -> str:
    """Return the list as short plain text, to be copied or sent."""
    return draw("pack.txt", translator, checklist=checklist, clinic=clinic) + "\n"


def to_mail(checklist: Checklist, translator: Translator, clinic: Clinic = NO_CLINIC) -> str:
    """Return an address that opens the reader's own e-mail program with the list in it; no server sees it."""
    body = to_text(checklist, translator, clinic).strip().replace("\n", "\r\n")
    return f"mailto:?subject={quote(translator.gettext(SUBJECT))}&body={quote(body)}"


def to_json(checklist: Checklist) -> str:
    """Return the list as JSON, as `ChecklistDocument` describes it."""
    return ChecklistDocument.of(checklist).model_dump_json(indent=2) + "\n"


def _draw(job: PrintJob, style: str | None) -> str:
    return draw(
        "pack.html",
        job.translator,
        checklist=job.checklist,
        parts=[part.value for part in Part if part in job.pack.parts],
        print_size=job.pack.print_size.value,
        address=job.address,
        qr=job.address and qr_code(job.address),
        style=style,
        clinic=job.clinic,
        whose=job.whose,
        kept=job.kept and b64encode(write(job.kept)).decode(),
    )
