"""Puts the web application together."""

from collections.abc import Mapping

from flask import Flask

from prep.api import bank as api_bank
from prep.api import checklists, docs
from prep.api.service import init_api
from prep.bank.bank import Bank
from prep.clinics.models import Clinic
from prep.i18n import Translator, translators
from prep.pdf.maker import DirectMaker, PdfMaker
from prep.pdf.worker import render_here
from prep.settings import Settings
from prep.web.blueprints import init_blueprints
from prep.web.middleware.access_log import init_access_log
from prep.web.middleware.bounded_request import BoundedRequest
from prep.web.middleware.compression import init_compression
from prep.web.middleware.errors import init_error_pages
from prep.web.middleware.origin_check import init_origin_check
from prep.web.middleware.security_headers import init_security_headers
from prep.web.middleware.static_files import init_static_files
from prep.web.site import init_site
from prep.web.urls import init_urls
from prep.web.views import batch, checklist, clinic_assets, clinic_kit, earlier, form, health, info, take

PAGES = (form, checklist, take, earlier, batch, info, health, clinic_assets, clinic_kit, api_bank, checklists, docs)
"""The modules that register pages when they are imported."""

RENDERED_HERE = DirectMaker(render_here)
"""Makes PDFs in this process, for whoever brings no pool."""

MAX_BODY = 1024 * 1024
"""Bytes; the fullest list in a script of many bytes a letter, with all that can be undone, is about half of it."""


def create_app(
    settings: Settings,
    bank: Bank,
    languages: Mapping[str, Translator] | None = None,
    clinics: Mapping[str, Clinic] | None = None,
    pdf: PdfMaker = RENDERED_HERE,
) -> Flask:
    """Return the application that serves `bank` to everyone, and to the patients of `clinics`.

    It has no secret key, so a session cannot be written.
    """
    app = Flask("prep", static_folder=None, template_folder=None)
    app.request_class = BoundedRequest
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False  # it would lead on to what was sent, query and all
    init_access_log(app)
    init_site(app, bank, languages or translators(), settings, clinics or {}, pdf)
    init_urls(app)
    init_blueprints(app)
    init_origin_check(app, settings.base_url)
    init_security_headers(app, settings.base_url)
    init_compression(app)
    init_static_files(app)
    init_api(app)
    init_error_pages(app)
    return app
