"""What is served: a bank, in languages. Each page's language comes from its path."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from flask import Blueprint, Flask, current_app, g, request, url_for
from werkzeug.exceptions import NotFound

from prep.bank import Bank
from prep.clinics import Clinic
from prep.forms import PatientForm, form_class
from prep.i18n import ENGLISH, Translator
from prep.settings import Settings
from prep.templating import draw

pages = Blueprint("pages", __name__)


@dataclass(frozen=True, slots=True)
class Served:
    """What this application serves."""

    bank: Bank
    languages: Mapping[str, Translator]
    form: type[PatientForm]
    clinics: Mapping[str, Clinic]
    base_url: str | None
    """The public address where a proxy stands in front; without one it is the address asked for."""

    editor: str | None
    """Where people write about a question that is wrong."""


def serve(
    app: Flask, bank: Bank, languages: Mapping[str, Translator], settings: Settings, clinics: Mapping[str, Clinic]
) -> None:
    """Let `app` serve the pages for `bank` in `languages`, as the settings and the clinics say."""
    app.extensions["prep"] = Served(bank, languages, form_class(bank), clinics, settings.base_url, settings.editor)
    app.register_blueprint(pages)


def renew(app: Flask, clinics: Mapping[str, Clinic]) -> None:
    """Let `app` serve these clinics from now on."""
    app.extensions["prep"] = replace(app.extensions["prep"], clinics=clinics)


def served() -> Served:
    """Return what the current application serves."""
    return cast("Served", current_app.extensions["prep"])


@pages.before_request
def choose_language() -> None:
    """Take the language out of the path."""
    lang = (request.view_args or {}).pop("lang", ENGLISH)
    if lang not in served().languages:
        raise NotFound
    g.translator = served().languages[lang]


def page(template: str, **values: object) -> str:
    """Return the template drawn in the language of the current request."""
    return draw(template, g.translator, url_for=url_for, editor=served().editor, **values)
