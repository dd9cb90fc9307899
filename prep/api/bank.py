"""Gives what holds nothing of a person: the bank, its parts in the reader's language, and the form for FHIR."""

from flask import Response, g, url_for
from werkzeug.exceptions import NotFound

from prep.api import replies
from prep.api.fhir.questionnaire import Questionnaire, questionnaire
from prep.api.operations import FHIR, JSON, gives
from prep.api.service import kept
from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.translation import translated_field
from prep.i18n import noop as _
from prep.web.site import current_site
from prep.web.urls import absolute_url

NO_SUCH_FIELD = _("The form has no such field. /api/v1/fields lists all.")


@gives("/fields", {JSON: replies.Fields})
def fields() -> Response:
    """List what the form asks, and the options of each field."""
    return kept(replies.fields(current_site().bank, g.translator))


@gives("/fields/<field>", {JSON: FormField}, also=(404,))
def field(field: str) -> Response:
    """Give one field. Its address is the code system of its options in FHIR."""
    found = next((one for one in current_site().bank.fields if one.id == field), None)
    if found is None:
        raise NotFound(NO_SUCH_FIELD)
    return kept(translated_field(found, g.translator))


@gives("/terms", {JSON: replies.Terms})
def terms() -> Response:
    """List medical words, each with one plain sentence."""
    return kept(replies.terms(current_site().bank, g.translator))


@gives("/sources", {JSON: replies.Sources})
def sources() -> Response:
    """List the documents and pages that the questions come from."""
    return kept(replies.sources(current_site().bank, g.translator))


@gives("/bank", {JSON: Bank})
def bank() -> Response:
    """Give the whole question bank, in English, as it is written."""
    return kept(current_site().bank)


@gives("/fhir/Questionnaire", {FHIR: Questionnaire})
def fhir_questionnaire() -> Response:
    """Give the form as a FHIR R4 Questionnaire."""
    url = absolute_url(url_for("api.fhir_questionnaire"))
    form = questionnaire(current_site().bank, g.translator, url, systems=absolute_url(url_for("api.fields")))
    return kept(form.to_json(), FHIR)
