"""The second step, the list to be made one's own, and the files in which it is taken along."""

from datetime import date

from flask import Response, g
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.saved_list import SavedList
from prep.checklist.topics import topics
from prep.export import formats
from prep.export.calendar import calendar_entry
from prep.i18n import noop as _
from prep.pdf.errors import NoPdfError
from prep.pdf.maker import Place
from prep.web.blueprints import pages
from prep.web.forms import list_editor
from prep.web.forms.fit_better import fit_better
from prep.web.problem_json import problem, wants_json
from prep.web.site import current_site, pdf_place
from prep.web.steps import Step, once_checked, posted_answers, render_step
from prep.web.urls import absolute_url, url_for_page
from prep.web.views.no_pdf import no_pdf

FILE_NAME = _("Questions for my visit")
"""The name of files that hold nothing but what is printed. It tells nothing about the illness."""

FILE_NAME_WITH_ANSWERS = _("Questions for my visit, with my answers")
"""The name of a PDF that carries them, so that nobody passes it on without knowing."""

CALENDAR_FILE = _("My visit")

PLEASE_CHECK = _("Please check your list")
NO_SUCH_FORMAT = _("We can give the list as a PDF or as text only.")


@pages.post("/<lang>/checklist")
def checklist() -> str | Response:
    """Show the list that fits the answers, as the patient changed it, or give it as a file."""
    sent = posted_answers()
    if sent.get("format") != "pdf":
        return _answer(sent)
    try:
        with pdf_place() as place:  # whoever finds no place is told so before any work is done
            return _answer(sent, place)
    except NoPdfError as error:
        return no_pdf(sent, error)


def _answer(sent: MultiDict[str, str], place: Place | None = None) -> str | Response:
    def show(step: Step) -> str | Response:
        if step.edit.drafts:
            return please_mend(step)
        match sent.get("format"):
            case None:
                return _list_page(step, scrolled=sent.get(list_editor.PLACE, type=int))
            case "pdf" if place:
                return _pdf(step, place)
            case "txt":
                return _text_file(step)
            case "ics" if step.checklist.visit.day:
                return _calendar_file(step, step.checklist.visit.day)
            case _:
                raise BadRequest(NO_SUCH_FORMAT)

    return once_checked(sent, show)


def please_mend(step: Step) -> Response:
    """Return the list with the text to change in it."""
    if wants_json():
        wrong = {question: g.translator.gettext(draft.message) for question, draft in step.feedback.drafts.items()}
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=wrong)
    return Response(_list_page(step), 422)


def _list_page(step: Step, scrolled: int | None = None) -> str:
    bank, answers, shown = current_site().bank, step.form.answers(), {line.id for line in step.found.shown}
    return render_step(
        "list.html",
        step,
        scrolled=scrolled,
        fit=fit_better(bank, answers, step.sent, step.checklist.page_one),
        topics=topics(bank, answers, step.checklist, shown),
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


def _calendar_file(step: Step, day: date) -> Response:
    entry = calendar_entry(day, step.checklist.visit.speaker, g.translator)
    return _file(entry, "text/calendar; charset=utf-8", "attachment", f"{g.translator.gettext(CALENDAR_FILE)}.ics")


def _file(content: bytes, content_type: str, way: str, name: str) -> Response:
    response = Response(content, content_type=content_type)
    response.headers.set("Content-Disposition", way, filename=name)
    return response
