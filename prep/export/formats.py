"""Writes a checklist out: as a printed pack in HTML or PDF, as plain text, or as JSON."""

from collections.abc import Callable
from urllib.parse import quote

from prep.bank.models import Part
from prep.checklist.checklist import Checklist
from prep.checklist.pack import Pack, Paper, PrintSize, page_style
from prep.clinics.models import Clinic
from prep.export.document import ChecklistDocument
from prep.export.qr import qr_code
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.paths import STATIC
from prep.templating import draw

Render = Callable[[str, Paper, PrintSize], bytes]
"""Turns a drawn pack into a PDF: `pdf.render` itself, or the `press` that has it done elsewhere."""

SUBJECT = _("Questions for my visit")
"""Of an e-mail with the list. It tells nothing about the illness."""


def to_pdf(
    checklist: Checklist,
    translator: Translator,
    pack: Pack,
    address: str | None,
    render: Render,
    clinic: Clinic | None = None,
    whose: str | None = None,
) -> bytes:
    """Return the pack as an accessible PDF.

    `address` is that of the start page; without it there is no QR code. `whose` it is stands on top of every sheet.
    """
    html = _draw(checklist, translator, pack, address, style=None, clinic=clinic, whose=whose)
    return render(html, pack.paper, pack.print_size)


def to_html(
    checklist: Checklist, translator: Translator, pack: Pack, address: str | None, clinic: Clinic | None = None
) -> str:
    """Return the pack as one page that needs no other file."""
    sheet = (STATIC / "pack.css").read_text(encoding="utf-8")
    return _draw(checklist, translator, pack, address, sheet + page_style(pack.paper, pack.print_size), clinic)


def to_text(checklist: Checklist, translator: Translator, clinic: Clinic | None = None) -> str:
    """Return the list as short plain text, to be copied or sent."""
    return draw("pack.txt", translator, checklist=checklist, clinic=clinic) + "\n"


def to_mail(checklist: Checklist, translator: Translator, clinic: Clinic | None = None) -> str:
    """Return an address that opens the reader's own e-mail program with the list in it; no server sees it."""
    body = to_text(checklist, translator, clinic).strip().replace("\n", "\r\n")
    return f"mailto:?subject={quote(translator.gettext(SUBJECT))}&body={quote(body)}"


def to_json(checklist: Checklist) -> str:
    """Return the list as JSON, as `ChecklistDocument` describes it."""
    return ChecklistDocument.of(checklist).model_dump_json(indent=2) + "\n"


def _draw(
    checklist: Checklist,
    translator: Translator,
    pack: Pack,
    address: str | None,
    style: str | None,
    clinic: Clinic | None = None,
    whose: str | None = None,
) -> str:
    return draw(
        "pack.html",
        translator,
        checklist=checklist,
        parts=[part.value for part in Part if part in pack.parts],
        print_size=pack.print_size.value,
        address=address,
        qr=address and qr_code(address),
        style=style,
        clinic=clinic,
        whose=whose,
    )
