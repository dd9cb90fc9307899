"""What is served: a bank, in languages, for everyone and for clinics. Each page's path tells language and clinic."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import cast

from flask import Blueprint, Flask, current_app, g, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from prep.bank.bank import Bank
from prep.checklist.presenter import ChecklistQuestion
from prep.clinics.models import Clinic, to_dial
from prep.export.formats import Render
from prep.i18n import Translator
from prep.settings import Settings
from prep.templating import draw
from prep.web.forms.patient_form import PatientForm, form_class
from prep.web.middleware.csp_nonce import nonce
from prep.web.question_cache import Backgrounds

pages = Blueprint("pages", __name__)
"""What everyone can open at /<lang>/…, and a clinic's patients at /c/<clinic>/<lang>/…."""

clinic_files = Blueprint("clinic_files", __name__)
"""What only a clinic has, at /c/<clinic>/…."""

whole_site = Blueprint("whole_site", __name__)
"""What stands outside of languages and clinics."""

CLINICS = "c"
"""The first part of the path of every clinic's page."""

CLINIC_PAGES = "clinic"
"""How `pages` are called where they are a clinic's."""


@dataclass(frozen=True, slots=True)
class Site:
    """What this application serves."""

    bank: Bank
    languages: Mapping[str, Translator]
    form: type[PatientForm]
    clinics: Mapping[str, Clinic]
    base_url: str | None
    """The public address where a proxy stands in front; without one it is the address asked for."""

    render: Render
    """Makes the PDFs."""

    backgrounds: Backgrounds


def init_site(
    app: Flask,
    bank: Bank,
    languages: Mapping[str, Translator],
    settings: Settings,
    clinics: Mapping[str, Clinic],
    render: Render,
) -> None:
    """Let `app` serve the pages for `bank` in `languages`, as the settings and clinics say, with PDFs from `render`."""
    app.extensions["prep"] = Site(
        bank,
        languages,
        form_class(bank),
        clinics,
        settings.base_url,
        render,
        Backgrounds(bank.version, settings.editor),
    )
    app.before_request(resolve_path)
    app.register_blueprint(pages)
    app.register_blueprint(pages, url_prefix=f"/{CLINICS}/<clinic>", name=CLINIC_PAGES)
    app.register_blueprint(clinic_files, url_prefix=f"/{CLINICS}/<clinic>")
    app.register_blueprint(whole_site)


def renew(app: Flask, bank: Bank, clinics: Mapping[str, Clinic]) -> None:
    """Let `app` serve this bank and these clinics from now on."""
    before = cast("Site", app.extensions["prep"])
    app.extensions["prep"] = replace(
        before,
        bank=bank,
        form=form_class(bank),
        clinics=clinics,
        backgrounds=Backgrounds(bank.version, before.backgrounds.editor),
    )


def current_site() -> Site:
    """Return what the current application serves."""
    return cast("Site", current_app.extensions["prep"])


def languages_of(clinic: Clinic | None) -> Sequence[str]:
    """Return the languages that a clinic's pages come in, or all that we have."""
    return (clinic.languages if clinic else ()) or tuple(current_site().languages)


def resolve_path() -> None:
    """Read clinic and language out of the path, also where it leads nowhere: an error is a page of the clinic, too."""
    _slash, first, *rest = [*request.path.split("/"), "", ""]
    is_clinics = first == CLINICS
    g.clinic = current_site().clinics.get(rest[0]) if is_clinics else None
    lang = rest[1] if is_clinics else first
    g.translator = current_site().languages[lang if lang in languages_of(g.clinic) else languages_of(g.clinic)[0]]


def is_unknown_clinic() -> bool:
    """Return whether the address names a clinic that we do not know."""
    return g.clinic is None and request.path.startswith(f"/{CLINICS}/")


@pages.before_request
@clinic_files.before_request
def check_path() -> None:
    """Refuse clinics and languages that we do not have, and take both out of the view's arguments."""
    arguments = request.view_args or {}
    lang = arguments.pop("lang", g.translator.lang)
    if (arguments.pop("clinic", None) and not g.clinic) or lang not in languages_of(g.clinic):
        raise NotFound


def url_for_page(endpoint: str, **values: object) -> str:
    """Return the path of a page; where the current page is a clinic's, that one is too."""
    if g.clinic and endpoint.startswith("pages."):
        return url_for(endpoint.replace("pages", CLINIC_PAGES), clinic=g.clinic.slug, **values)  # type: ignore[arg-type]
    return url_for(endpoint, **values)  # type: ignore[arg-type]


def absolute_url(path: str) -> str:
    """Return the whole address of a path, as it is printed and copied."""
    return (current_site().base_url or request.host_url.rstrip("/")) + path


def embed_origins() -> frozenset[str]:
    """Return the sites of all clinics: their pages may call the API from a browser."""
    return frozenset(origin for clinic in current_site().clinics.values() for origin in clinic.embed_origins)


def render_page(template: str, **values: object) -> str:
    """Return the template drawn in the language and the colours of the current request."""
    return draw(
        template,
        g.translator,
        url_for=url_for_page,
        nonce=nonce(),
        clinic=g.clinic,
        to_dial=to_dial,
        is_framed=is_framed(),
        start_address=absolute_url(url_for_page("pages.start")),
        background=_background,
        offers=partial(current_site().backgrounds.offers, g.translator),
        **values,
    )


def is_framed() -> bool:
    """Return whether the browser says that the page will stand in a frame; older ones say nothing."""
    return request.headers.get("Sec-Fetch-Dest") == "iframe"


def _background(line: ChecklistQuestion) -> Markup:
    return current_site().backgrounds.of(line, g.translator)
