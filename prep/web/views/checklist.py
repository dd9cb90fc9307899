"""The second and third step: the list, to be made one's own, and the list to take along."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response, g
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.answers import Answers
from prep.checklist.checklist import Checklist
from prep.checklist.conflicts import Conflict, Remedy, conflicts
from prep.checklist.editing import EditResult
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare_edited
from prep.checklist.saved_list import SavedList
from prep.export import formats
from prep.export.portal_message import portal_message
from prep.export.sheet import sheet_of, with_room_to_spare
from prep.i18n import noop as _
from prep.pdf.errors import NoPdfError
from prep.pdf.maker import Place
from prep.web.blueprints import pages
from prep.web.forms import keep_answers, list_editor, pack_options
from prep.web.forms.feedback import Feedback, feedback
from prep.web.forms.form_body import posted
from prep.web.forms.patient_form import PatientForm
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json
from prep.web.site import current_site, pdf_place
from prep.web.urls import absolute_url, logo_address, url_for_page
from prep.web.views.form import form_page, please_check
from prep.web.views.no_pdf import no_pdf

FILE_NAME = _("Questions for my visit")
"""The name of files that hold nothing but what is printed. It tells nothing about the illness."""

FILE_NAME_WITH_ANSWERS = _("Questions for my visit, with my answers")
"""The name of a PDF that carries them, so that nobody passes it on without knowing."""

PLEASE_CHECK = _("Please check your list")
NO_SUCH_FORMAT = _("We can give the list as a PDF or as text only.")


@dataclass(frozen=True, slots=True)
class Step:
    """All that a page after the form is drawn from."""

    form: PatientForm
    checklist: Checklist
    edit: EditResult
    feedback: Feedback
    pack: Pack
    keeps_answers: bool
    """The PDF may carry the answers."""

    as_is: bool
    """The patient told us that answers which seldom go together are right."""

    def remembered(self) -> Iterator[tuple[str, str]]:
        """Yield the hidden fields that remember the list and what it was before."""
        return list_editor.fields(self.edit)


@pages.post("/<lang>/checklist")
def checklist() -> str | Response:
    """Show the list that fits the answers, as the patient changed it, or give it to take along."""
    sent = _sent()
    if sent.get("format") != "pdf":
        return _answer(sent)
    try:
        with pdf_place() as place:  # whoever finds no place is told so before any work is done
            return _answer(sent, place)
    except NoPdfError as error:
        return no_pdf(sent, error)


def _answer(sent: MultiDict[str, str], place: Place | None = None) -> str | Response:
    filled = current_site().form(sent)
    if not filled.validate():
        return please_check(filled, sent)
    if to_ask := _to_ask(sent, filled.answers()):
        return form_page(filled, sent, to_ask)
    step = _step(filled, sent)
    if step.edit.drafts:
        return _please_mend(step)
    match sent.get("format"):
        case None:
            return _list_page(step, scrolled=sent.get(list_editor.PLACE, type=int))
        case "pdf" if place:
            return _pdf(step, place)
        case "text":
            return _text_page(step)
        case "txt":
            return _text_file(step)
        case _:
            raise BadRequest(NO_SUCH_FORMAT)


def _sent() -> MultiDict[str, str]:
    """Return the posted form, with the change that the person agreed to, such as "stage.metastatic"."""
    sent = posted()
    field, _dot, option = sent.get(Remedy.CHANGE_TO.value, "").partition(".")
    if option:
        sent.setlist(field, [option])
    field, _dot, option = sent.get(Remedy.LEAVE_OUT.value, "").partition(".")
    if option:
        sent.setlist(field, [other for other in sent.getlist(field) if other != option])
    return sent


def _to_ask(sent: MultiDict[str, str], answers: Answers) -> tuple[Conflict, ...]:
    """Return what to ask before the list is first shown; a file, or "go on as it is", is never held up."""
    if "as_is" in sent or "format" in sent:
        return ()
    return conflicts(current_site().bank, answers)


def _step(filled: PatientForm, sent: MultiDict[str, str]) -> Step:
    bank = current_site().bank
    edit = list_editor.read_edit(sent, bank.question_ids)
    made, result = prepare_edited(bank, filled.answers(), filled.visit(), g.translator, edit)
    return Step(
        form=filled,
        checklist=made,
        edit=result,
        feedback=feedback(result),
        pack=pack_options.wanted(sent, g.clinic.paper),
        keeps_answers=keep_answers.wanted(sent),
        as_is="as_is" in sent,
    )


def _please_mend(step: Step) -> Response:
    """Show the list with the text to change in it."""
    if wants_json():
        wrong = {question: g.translator.gettext(draft.message) for question, draft in step.feedback.drafts.items()}
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=wrong)
    return Response(_list_page(step), 422)


def _list_page(step: Step, scrolled: int | None = None) -> str:
    return render_page(
        "list.html",
        step=step,
        checklist=step.checklist,
        scrolled=scrolled,
        sheet=with_room_to_spare(sheet_of(step.checklist, step.pack, g.clinic, g.translator)),
        fields="pack/blanks.html",
        logo=logo_address(g.clinic),
    )


def _text_page(step: Step) -> str:
    return render_page(
        "text.html",
        step=step,
        pack_fields=(*pack_options.fields(step.pack), *keep_answers.fields(step.keeps_answers)),
        text=formats.to_text(step.checklist, g.translator, g.clinic),
        message=portal_message(step.checklist, g.translator),
        mail=formats.to_mail(step.checklist, g.translator, g.clinic),
    )


def _pdf(step: Step, place: Place) -> Response:
    start = absolute_url(url_for_page("pages.start"))
    kept = _kept(step) if step.keeps_answers else None
    job = formats.PrintJob(step.checklist, g.translator, step.pack, start, g.clinic, kept=kept)
    # a text opens in the browser, to be copied; a PDF is better kept, and printed from there
    return _file(formats.to_pdf(job, place.render), "application/pdf", "attachment", f"{_file_name(step)}.pdf")


def _kept(step: Step) -> SavedList:
    saved = SavedList.of(step.checklist, step.form.answers(), step.edit.changes, step.pack, g.translator.lang)
    return saved.model_copy(update={"as_is": step.as_is})


def _file_name(step: Step) -> str:
    name: str = g.translator.gettext(FILE_NAME_WITH_ANSWERS if step.keeps_answers else FILE_NAME)
    return name


def _text_file(step: Step) -> Response:
    text = formats.to_text(step.checklist, g.translator, g.clinic)
    return _file(text.encode(), "text/plain; charset=utf-8", "inline", f"{g.translator.gettext(FILE_NAME)}.txt")


def _file(content: bytes, content_type: str, way: str, name: str) -> Response:
    response = Response(content, content_type=content_type)
    response.headers.set("Content-Disposition", way, filename=name)
    return response
