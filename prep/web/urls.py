"""URLs: reads clinic and language out of the path of a request, and builds the addresses of pages."""

from flask import Flask, g, request, url_for
from werkzeug.exceptions import NotFound

from prep.clinics.models import NO_CLINIC, Clinic
from prep.web.blueprints import CLINIC_PAGES, CLINICS, clinic_files, pages
from prep.web.site import current_site, languages_of


def init_urls(app: Flask) -> None:
    """Let every request of `app` know its clinic (`g.clinic`) and language (`g.translator`)."""
    app.before_request(resolve_path)


def resolve_path() -> None:
    """Read clinic and language out of the path, also where it leads nowhere: an error is a page of the clinic, too."""
    _slash, first, *rest = [*request.path.split("/"), "", ""]
    is_clinics = first == CLINICS
    g.clinic = current_site().clinics.get(rest[0], NO_CLINIC) if is_clinics else NO_CLINIC
    lang = rest[1] if is_clinics else first
    g.translator = current_site().languages[lang if lang in languages_of(g.clinic) else languages_of(g.clinic)[0]]


def is_unknown_clinic() -> bool:
    """Return whether the address names a clinic that we do not know."""
    return not g.clinic.has_pages and request.path.startswith(f"/{CLINICS}/")


@pages.before_request
@clinic_files.before_request
def check_path() -> None:
    """Refuse clinics and languages that we do not have, and take both out of the view's arguments."""
    arguments = request.view_args or {}
    lang = arguments.pop("lang", g.translator.lang)
    if (arguments.pop("clinic", None) and not g.clinic.has_pages) or lang not in languages_of(g.clinic):
        raise NotFound


def url_for_page(endpoint: str, **values: object) -> str:
    """Return the path of a page; where the current page is a clinic's, that one is too."""
    if g.clinic.has_pages and endpoint.startswith("pages."):
        return url_for(endpoint.replace("pages", CLINIC_PAGES), clinic=g.clinic.slug, **values)  # type: ignore[arg-type]
    return url_for(endpoint, **values)  # type: ignore[arg-type]


def logo_address(clinic: Clinic) -> str | None:
    """Return the path of the clinic's logo, where it has one."""
    logo = clinic.logo
    return url_for("clinic_files.logo", clinic=clinic.slug, version=logo.version) if logo else None


def absolute_url(path: str) -> str:
    """Return the whole address of a path, as it is printed and copied."""
    return (current_site().base_url or request.host_url.rstrip("/")) + path
