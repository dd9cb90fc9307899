"""Writes a checklist out: as a printed pack in HTML or PDF, as plain text, or as JSON."""

from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote

from prep.checklist.checklist import Checklist
from prep.checklist.pack import STYLE_SHEETS, Pack, page_style
from prep.checklist.saved_list import SavedList, write
from prep.clinics.models import NO_CLINIC, Clinic
from prep.export.document import ChecklistDocument
from prep.export.portal_message import fits_a_portal, portal_message
from prep.export.qr import qr_code
from prep.export.sheet import SecondLanguage, sheet_of
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.paths import STATIC
from prep.pdf.maker import Render
from prep.templating import draw

SUBJECT = _("Questions for my visit")
"""Of an e-mail with the list. It tells nothing about the illness."""


CODE_ON_THE_BACK = ".back { position: relative } "
"""Keeps the QR code there in a browser. The PDF engine would write a part that is placed behind all others."""

MAIL_MOST = 1_800
"""Characters of an address that e-mail programs are known to take; about 2,000 is where some stop."""


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
    """Whose list it is, in a list of visits: it stands on top of every sheet."""

    second: SecondLanguage | None = None
    """The list in a second language, to stand below each question of the page."""

    kept: SavedList | None = None
    """What the PDF carries, so that the person can go on from it; nothing unless they asked for it."""


def to_pdf(job: PrintJob, render: Render) -> bytes:
    """Return the pack as an accessible PDF."""
    return render(_draw(job, style=None), job.pack.paper, job.pack.print_size)


def to_html(job: PrintJob) -> str:
    """Return the pack as one page that needs no other file."""
    style = "".join((STATIC / name).read_text(encoding="utf-8") for name in STYLE_SHEETS)
    return _draw(job, style + CODE_ON_THE_BACK + page_style(job.pack.paper, job.pack.print_size))


def to_text(checklist: Checklist, translator: Translator, clinic: Clinic = NO_CLINIC) -> str:
    """Return the list as short plain text, to be copied or sent."""
    return draw("pack.txt", translator, checklist=checklist, clinic=clinic) + "\n"


def to_mail(checklist: Checklist, translator: Translator, clinic: Clinic = NO_CLINIC) -> str:
    """Return an address that opens the reader's own e-mail program with the list in it; no server sees it.

    Programs cut off long addresses: a list that would make one goes as the message for a portal, which says that there
    is more.
    """

    def fits(text: str) -> bool:
        return fits_a_portal(text) and len(_mail_address(text, translator)) <= MAIL_MOST

    whole = _mail_address(to_text(checklist, translator, clinic).strip(), translator)
    if len(whole) <= MAIL_MOST:
        return whole
    return _mail_address(portal_message(checklist, translator, fits), translator)


def _mail_address(text: str, translator: Translator) -> str:
    body = text.replace("\n", "\r\n")
    return f"mailto:?subject={quote(translator.gettext(SUBJECT))}&body={quote(body)}"


def to_json(checklist: Checklist) -> str:
    """Return the list as JSON, as `ChecklistDocument` describes it."""
    return ChecklistDocument.of(checklist).model_dump_json(indent=2) + "\n"


def _draw(job: PrintJob, style: str | None) -> str:
    return draw(
        "pack.html",
        job.translator,
        checklist=job.checklist,
        parts=[part.value for part in job.pack.parts(job.checklist.fitting_parts)],
        sheet=sheet_of(job.checklist, job.pack, job.clinic, job.translator, job.whose, job.second),
        print_size=job.pack.print_size.value,
        address=job.address,
        qr=job.address and qr_code(job.address),
        style=style,
        clinic=job.clinic,
        fields="pack/fields.html",
        logo=job.clinic.logo and job.clinic.logo.data_url,
        kept=job.kept and b64encode(write(job.kept)).decode(),
    )
