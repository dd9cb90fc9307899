"""The kit for clinics: a message, snippets for their web site, sheets to print, what a privacy officer can check."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from flask import Response, g, redirect, url_for
from werkzeug.exceptions import NotFound, ServiceUnavailable
from werkzeug.wrappers import Response as AnyResponse

from prep.checklist.pack import Paper, PrintSize
from prep.clinics.models import Clinic
from prep.export.qr import qr_code
from prep.i18n import noop as _
from prep.paths import STATIC
from prep.pdf.errors import NoPdfError
from prep.text import tidy
from prep.web.blueprints import CLINIC_PAGES, pages
from prep.web.forms.form_body import posted
from prep.web.pages import render_page
from prep.web.privacy_claims import CLAIMS
from prep.web.site import current_site, languages_of, pdf_place
from prep.web.urls import absolute_url, logo_address, url_for_page

SHEETS = ("poster", "cards", "staff")
"""What can be printed; each is a template in `templates/kit`."""

SNIPPETS = ("script", "iframe", "link", "wordpress")
"""What a web editor can copy; each is a template in `templates/kit`."""

MOST_LINKS = 30
"""Clinics that stand by name on the page; more are in a field to choose from."""

TRY_AGAIN = _("No PDF can be made just now. Please try again in a moment.")


@dataclass(frozen=True, slots=True)
class Choice:
    """A clinic whose kit can be shown."""

    slug: str
    name: str
    address: str


@pages.get("/<lang>/clinics")
def clinics() -> str:
    """Show the kit: of a clinic, with its snippets, or of everyone, with the clinics to choose from."""
    return _kit()


@pages.post("/<lang>/clinics")
def find_clinic() -> AnyResponse:
    """Lead to the kit of the clinic that was chosen."""
    chosen = current_site().clinics.get(tidy(posted().get("clinic_slug", "")))
    return redirect(_address_of(chosen), 303) if chosen else Response(_kit(is_unknown=True), 422)


def _address_of(clinic: Clinic) -> str:
    """Return the address of a clinic's kit, in the reader's language where the clinic has it."""
    offered = languages_of(clinic)
    lang = g.translator.lang if g.translator.lang in offered else offered[0]
    return url_for(f"{CLINIC_PAGES}.clinics", clinic=clinic.slug, lang=lang)


@pages.get("/<lang>/clinics/<sheet>-<paper>.pdf")
def sheet(sheet: str, paper: str) -> Response:
    """Give a sheet to print."""
    if sheet not in SHEETS or paper not in [one.value for one in Paper]:
        raise NotFound
    start = absolute_url(url_for_page("pages.start"))
    key = (g.clinic.slug, g.translator.lang, sheet, paper, start)
    try:
        content = current_site().sheets.get(key, partial(_rendered, sheet, Paper(paper), start))
    except NoPdfError as error:
        raise ServiceUnavailable(TRY_AGAIN) from error
    return Response(content, mimetype="application/pdf")


def _rendered(sheet: str, paper: Paper, start: str) -> bytes:
    with pdf_place() as place:
        style = (STATIC / "kit.css").read_text(encoding="utf-8")
        drawn = render_page(
            f"kit/{sheet}.html",
            address=start,
            qr=qr_code(start),
            style=style,
            bank=current_site().bank,
            logo=g.clinic.logo and g.clinic.logo.data_url,
        )
        return place.render(drawn, paper, PrintSize.STANDARD)


@pages.get("/<lang>/clinics/statement")
def statement() -> str:
    """Say what is done to keep answers private, each line with its code, its test and a way to see it oneself."""
    return render_page("kit/statement.html", claims=CLAIMS)


def _kit(*, is_unknown: bool = False) -> str:
    """Return the kit; `is_unknown` where a clinic was asked for that is not there."""
    start = absolute_url(url_for_page("pages.start"))
    return render_page(
        "kit/kit.html",
        is_unknown=is_unknown,
        choices=_choices(),
        most_links=MOST_LINKS,
        message=render_page("kit/message.txt"),
        snippets=_snippets(),
        papers=_papers(),
        languages=[current_site().languages[lang].name for lang in languages_of(g.clinic)],
        bank=current_site().bank,
        editor=current_site().editor,
        address=start,
        qr=qr_code(start),
        logo=logo_address(g.clinic),
    )


def _choices() -> list[Choice]:
    every = current_site().clinics.values()
    return [Choice(one.slug, one.name, _address_of(one)) for one in sorted(every, key=lambda clinic: clinic.name)]


def _snippets() -> Mapping[str, str]:
    names = SNIPPETS if g.clinic.has_pages else ()
    return {name: render_page(f"kit/{name}.txt", site=absolute_url("")) for name in names}


def _papers() -> list[str]:
    """Return the sizes of paper, the usual one first."""
    return sorted((paper.value for paper in Paper), key=lambda value: value != g.clinic.paper.value)
