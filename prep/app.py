"""Puts the web application together."""

from collections.abc import Mapping

from flask import Flask

from prep import about, accesslog, batch_pages, clinic_files, errors, form_pages, kit_pages, list_pages, security, site
from prep.api import bank_views, list_views, reference
from prep.api.serving import serve_api
from prep.bank import Bank
from prep.clinics import Clinic
from prep.compression import compress_pages
from prep.export import Render
from prep.i18n import Translator, translators
from prep.renderer import render_here
from prep.settings import Settings
from prep.static_files import serve_static

PAGES = (form_pages, list_pages, batch_pages, about, clinic_files, kit_pages, bank_views, list_views, reference)
"""The modules that register pages when they are imported."""

MAX_BODY = 1024 * 1024
"""Bytes; the fullest list in a script of many bytes a letter, with all that can be undone, is about half of it."""


def create_app(
    settings: Settings,
    bank: Bank,
    languages: Mapping[str, Translator] | None = None,
    clinics: Mapping[str, Clinic] | None = None,
    render: Render = render_here,
) -> Flask:
    """Return the application that serves `bank` to everyone, and to the patients of `clinics`.

    It has no secret key, so a session cannot be written.
    """
    app = Flask("prep", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False  # it would lead on to what was sent, query and all
    accesslog.log_requests(app)
    site.serve(app, bank, languages or translators(), settings, clinics or {}, render)
    security.protect(app, settings.base_url)
    compress_pages(app)
    serve_static(app)
    serve_api(app)
    errors.explain(app)
    return app
