"""Makes lists from posted answers. Nothing of it is kept, here or on the way."""

from operator import attrgetter

from flask import Response, g, url_for

from prep.api import replies
from prep.api.fhir.document_reference import DocumentReference, document_reference
from prep.api.operations import FHIR, JSON, NO_PDF, PDF, TEXT, takes
from prep.api.request_body import read
from prep.api.requests import ChecklistBody, QuestionsBody
from prep.api.service import interface, sent, speak
from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.checklist import Checklist, build
from prep.checklist.conflicts import conflicts
from prep.checklist.pack import Pack, Paper
from prep.checklist.selection import select
from prep.clinics.models import Clinic
from prep.export import formats
from prep.export.document import ChecklistDocument
from prep.i18n import preferred
from prep.web.site import CLINIC_PAGES, absolute_url, current_site


@takes(attrgetter("questions"), "/questions", {JSON: replies.Questions})
def questions() -> Response:
    """Tell which questions apply to the answers, why each does, and which answers seldom go together."""
    asked = read(interface().bodies.questions)
    speak(asked.lang)
    answers = _answers(asked)
    to_ask = conflicts(current_site().bank, answers)
    return sent(replies.questions(_list(answers, Changes(), Visit()), to_ask, g.translator))


@takes(attrgetter("checklist"), "/checklist", {JSON: ChecklistDocument})
def checklist() -> Response:
    """Make the list as JSON."""
    return sent(ChecklistDocument.of(_asked(read(interface().bodies.checklist))))


@takes(attrgetter("checklist"), "/checklist.txt", {TEXT: None})
def checklist_text() -> Response:
    """Make the list as plain text, to be shown in a message."""
    asked = read(interface().bodies.checklist)
    return Response(formats.to_text(_asked(asked), g.translator, _clinic(asked)), mimetype=TEXT)


@takes(attrgetter("print"), "/checklist.pdf", {PDF: None}, also=(NO_PDF,))
def checklist_pdf() -> Response:
    """Make the list as an accessible PDF, to be handed over."""
    asked = read(interface().bodies.print)
    made, clinic = _asked(asked), _clinic(asked)
    pack = asked.pack.pack(made.suggested_parts, clinic.paper if clinic else Paper.LETTER)
    return Response(_pdf(made, pack, clinic), mimetype=PDF)


@takes(attrgetter("response"), "/fhir/QuestionnaireResponse", {FHIR: DocumentReference}, also=(NO_PDF,))
def fhir_checklist() -> Response:
    """Make the list from a FHIR R4 QuestionnaireResponse, as a DocumentReference with PDF, text and JSON."""
    response = read(interface().bodies.response)
    if response.language:
        speak(preferred([response.language], tuple(current_site().languages)))
    made = _list(response.answers(), Changes(), response.visit())
    files = {
        PDF: _pdf(made, Pack(made.suggested_parts)),
        TEXT: formats.to_text(made, g.translator).encode(),
        JSON: ChecklistDocument.of(made).model_dump_json().encode(),
    }
    return Response(document_reference(files, response.subject, g.translator).to_json(), content_type=FHIR)


def _asked(body: ChecklistBody) -> Checklist:
    speak(body.lang)
    return _list(_answers(body), body.changes.changes(current_site().bank), body.visit.visit())


def _clinic(body: QuestionsBody) -> Clinic | None:
    return current_site().clinics[body.clinic] if body.clinic else None


def _answers(body: QuestionsBody) -> Answers:
    given, clinic = body.answers.answers(), _clinic(body)
    return clinic.completed(given) if clinic else given


def _list(answers: Answers, changes: Changes, visit: Visit) -> Checklist:
    bank = current_site().bank
    return build(bank, select(bank, answers), changes, visit, g.translator)


def _pdf(made: Checklist, pack: Pack, clinic: Clinic | None = None) -> bytes:
    start = url_for(f"{CLINIC_PAGES}.start", clinic=clinic.slug) if clinic else url_for("pages.start")
    return formats.to_pdf(made, g.translator, pack, absolute_url(start), current_site().render, clinic)
