"""The Flask blueprints on which views register their routes, and where each is mounted."""

from flask import Blueprint, Flask

CLINICS = "c"
"""The first part of the path of every clinic's page."""

CLINIC_PAGES = "clinic"
"""The name under which `pages` are mounted a second time, for clinics."""

pages = Blueprint("pages", __name__)
"""What everyone can open at /<lang>/…, and a clinic's patients at /c/<clinic>/<lang>/…."""

clinic_files = Blueprint("clinic_files", __name__)
"""What only a clinic has, at /c/<clinic>/…."""

whole_site = Blueprint("whole_site", __name__)
"""What stands outside of languages and clinics."""


def init_blueprints(app: Flask) -> None:
    """Mount the blueprints on `app`."""
    app.register_blueprint(pages)
    app.register_blueprint(pages, url_prefix=f"/{CLINICS}/<clinic>", name=CLINIC_PAGES)
    app.register_blueprint(clinic_files, url_prefix=f"/{CLINICS}/<clinic>")
    app.register_blueprint(whole_site)
