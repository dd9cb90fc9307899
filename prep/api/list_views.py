"""Makes lists from posted answers. Nothing of it is kept, here or on the way."""

from operator import attrgetter

from flask import Response, g, url_for

from prep import export
from prep.answers import Answers, Visit
from prep.api import replies
from prep.api.bodies import ChecklistBody
from prep.api.operations import FHIR, JSON, NO_PDF, PDF, TEXT, takes
from prep.api.reading import read
from prep.api.serving import interface, sent, speak
from prep.changes import Changes
from prep.checklist import Checklist, build
from prep.conflicts import conflicts
from prep.documents import ChecklistDocument
from prep.fhir.document import DocumentReference, document_reference
from prep.i18n import preferred
from prep.pack import Pack
from prep.selection import select
from prep.site import public, served


@takes(attrgetter("questions"), "/questions", {JSON: replies.Questions})
def questions() -> Response:
    """Tell which questions apply to the answers, why each does, and which answers seldom go together."""
    asked = read(interface().bodies.questions)
    speak(asked.lang)
    answers = asked.answers.answers()
    to_ask = conflicts(served().bank, answers)
    return sent(replies.questions(_list(answers, Changes(), Visit()), to_ask, g.translator))


@takes(attrgetter("checklist"), "/checklist", {JSON: ChecklistDocument})
def checklist() -> Response:
    """Make the list as JSON."""
    return sent(ChecklistDocument.of(_asked(read(interface().bodies.checklist))))


@takes(attrgetter("checklist"), "/checklist.txt", {TEXT: None})
def checklist_text() -> Response:
    """Make the list as plain text, to be shown in a message."""
    return Response(_text(_asked(read(interface().bodies.checklist))), mimetype=TEXT)


@takes(attrgetter("print"), "/checklist.pdf", {PDF: None}, also=(NO_PDF,))
def checklist_pdf() -> Response:
    """Make the list as an accessible PDF, to be handed over."""
    asked = read(interface().bodies.print)
    made = _asked(asked)
    return Response(_pdf(made, asked.pack.pack(made.suggested_parts)), mimetype=PDF)


@takes(attrgetter("response"), "/fhir/QuestionnaireResponse", {FHIR: DocumentReference}, also=(NO_PDF,))
def fhir_checklist() -> Response:
    """Make the list from a FHIR R4 QuestionnaireResponse, as a DocumentReference with PDF, text and JSON."""
    response = read(interface().bodies.response)
    if response.language:
        speak(preferred([response.language], tuple(served().languages)))
    made = _list(response.answers(), Changes(), response.visit())
    files = {
        PDF: _pdf(made, Pack(made.suggested_parts)),
        TEXT: _text(made).encode(),
        JSON: ChecklistDocument.of(made).model_dump_json().encode(),
    }
    return Response(document_reference(files, response.subject, g.translator).to_json(), content_type=FHIR)


def _asked(body: ChecklistBody) -> Checklist:
    speak(body.lang)
    return _list(body.answers.answers(), body.changes.changes(served().bank), body.visit.visit())


def _list(answers: Answers, changes: Changes, visit: Visit) -> Checklist:
    bank = served().bank
    return build(bank, select(bank, answers), changes, visit, g.translator)


def _text(made: Checklist) -> str:
    return export.to_text(made, g.translator)


def _pdf(made: Checklist, pack: Pack) -> bytes:
    return export.to_pdf(made, g.translator, pack, public(url_for("pages.start")), served().render)
