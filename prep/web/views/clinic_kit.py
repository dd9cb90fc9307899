"""The kit for clinics: snippets for their web site, sheets to print, and what a privacy officer can check."""

from collections.abc import Mapping
from functools import partial

from flask import Response, g, redirect, url_for
from werkzeug.exceptions import NotFound, ServiceUnavailable
from werkzeug.wrappers import Response as AnyResponse

from prep.checklist.pack import Paper, PrintSize
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
from prep.web.urls import absolute_url, url_for_page

SHEETS = ("poster", "cards", "staff")
"""What can be printed; each is a template in `templates/kit`."""

SNIPPETS = ("script", "iframe", "link", "wordpress")
"""What a web editor can copy; each is a template in `templates/kit`."""

TRY_AGAIN = _("No PDF can be made just now. Please try again in a moment.")


@pages.get("/<lang>/clinics")
def clinics() -> str:
    """Show the kit: of a clinic, with its snippets, or of everyone, with a field for the clinic's short name."""
    names = SNIPPETS if g.clinic.has_pages else ()
    return _kit({name: render_page(f"kit/{name}.txt", site=absolute_url("")) for name in names})


@pages.post("/<lang>/clinics")
def find_clinic() -> AnyResponse:
    """Lead to the kit of the clinic whose short name was typed."""
    slug = tidy(posted().get("clinic_slug", "")).lower()
    if slug in current_site().clinics:
        offered = languages_of(current_site().clinics[slug])
        lang = g.translator.lang if g.translator.lang in offered else offered[0]
        return redirect(url_for(f"{CLINIC_PAGES}.clinics", clinic=slug, lang=lang), 303)
    return Response(_kit({}, unknown=slug), 422)


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
            f"kit/{sheet}.html", address=start, qr=qr_code(start), style=style, bank=current_site().bank
        )
        return place.render(drawn, paper, PrintSize.STANDARD)


@pages.get("/<lang>/clinics/statement")
def statement() -> str:
    """Say what is done to keep answers private, each line with its code, its test and a way to see it oneself."""
    return render_page("kit/statement.html", claims=CLAIMS)


def _kit(snippets: Mapping[str, str], unknown: str | None = None) -> str:
    """Return the kit, with the short name that is `unknown`, if one was typed that is."""
    return render_page(
        "kit/kit.html",
        snippets=snippets,
        unknown=unknown,
        sheets=SHEETS,
        papers=_papers(),
        languages=[current_site().languages[lang].name for lang in languages_of(g.clinic)],
        bank=current_site().bank,
    )


def _papers() -> list[str]:
    """Return the sizes of paper, the usual one first."""
    return sorted((paper.value for paper in Paper), key=lambda value: value != g.clinic.paper.value)
