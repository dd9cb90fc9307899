"""Makes lists from posted answers. Nothing of it is kept, here or on the way."""

from dataclasses import replace
from operator import attrgetter

from flask import Response, g, url_for

from prep.api import replies
from prep.api.fhir.document_reference import DocumentReference, document_reference
from prep.api.operations import FHIR, JSON, NO_PDF, PDF, TEXT, takes
from prep.api.request_body import read
from prep.api.requests import ChecklistBody, QuestionsBody
from prep.api.service import interface, sent, speak
from prep.checklist.answers import Answers, Visit
from prep.checklist.checklist import Checklist
from prep.checklist.former_answers import current_answers
from prep.checklist.pack import AboutMeLine, Pack
from prep.checklist.pipeline import prepare
from prep.checklist.saved_list import SavedList
from prep.clinics.models import NO_CLINIC, Clinic
from prep.export import formats
from prep.export.document import ChecklistDocument
from prep.i18n import preferred
from prep.web.blueprints import CLINIC_PAGES
from prep.web.site import current_site, pdf_place
from prep.web.urls import absolute_url


@takes(attrgetter("questions"), "/questions", {JSON: replies.Questions})
def questions() -> Response:
    """Tell which questions apply to the answers, why each does, and which answers seldom go together."""
    asked = read(interface().bodies.questions)
    speak(asked.lang)
    return sent(replies.questions(prepare(current_site().bank, _answers(asked), Visit(), g.translator)))


@takes(attrgetter("checklist"), "/checklist", {JSON: ChecklistDocument})
def checklist() -> Response:
    """Make the list as JSON."""
    return sent(ChecklistDocument.of(_made(read(interface().bodies.checklist))))


@takes(attrgetter("checklist"), "/checklist.txt", {TEXT: None})
def checklist_text() -> Response:
    """Make the list as plain text, to be shown in a message."""
    asked = read(interface().bodies.checklist)
    return Response(formats.to_text(_made(asked), g.translator, _clinic(asked)), mimetype=TEXT)


@takes(attrgetter("print"), "/checklist.pdf", {PDF: None}, also=(NO_PDF,))
def checklist_pdf() -> Response:
    """Make the list as an accessible PDF, to be handed over."""
    with pdf_place() as place:
        asked = read(interface().bodies.print)
        made, clinic = _made(asked), _clinic(asked)
        pack = asked.pack.pack(clinic.paper)
        job = _print_job(made, pack, clinic)
        if asked.pack.keep_answers:
            changes = asked.changes.changes(current_site().bank)
            job = replace(job, kept=SavedList.of(made, _answers(asked), changes, pack, g.translator.lang))
        return Response(formats.to_pdf(job, place.render), mimetype=PDF)


@takes(attrgetter("response"), "/fhir/QuestionnaireResponse", {FHIR: DocumentReference}, also=(NO_PDF,))
def fhir_checklist() -> Response:
    """Make the list from a FHIR R4 QuestionnaireResponse, as a DocumentReference with PDF, text and JSON."""
    with pdf_place() as place:
        response = read(interface().bodies.response)
        if response.language:
            speak(preferred([response.language], tuple(current_site().languages)))
        bank = current_site().bank
        answers = current_answers(bank, response.answers())
        made = prepare(bank, answers, response.visit(), g.translator)
        files = {
            PDF: formats.to_pdf(_print_job(made, Pack(about_me=AboutMeLine.OFF), NO_CLINIC), place.render),
            TEXT: formats.to_text(made, g.translator).encode(),
            JSON: ChecklistDocument.of(made).model_dump_json().encode(),
        }
    return Response(document_reference(files, response.subject, g.translator).to_json(), content_type=FHIR)


def _made(body: ChecklistBody) -> Checklist:
    speak(body.lang)
    bank = current_site().bank
    return prepare(bank, _answers(body), body.visit.visit(), g.translator, body.changes.changes(bank))


def _clinic(body: QuestionsBody) -> Clinic:
    return current_site().clinics[body.clinic] if body.clinic else NO_CLINIC


def _answers(body: QuestionsBody) -> Answers:
    return _clinic(body).completed(current_answers(current_site().bank, body.answers.answers()))


def _print_job(made: Checklist, pack: Pack, clinic: Clinic) -> formats.PrintJob:
    start = url_for(f"{CLINIC_PAGES}.start", clinic=clinic.slug) if clinic.has_pages else url_for("pages.start")
    return formats.PrintJob(made, g.translator, pack, absolute_url(start), clinic)
