"""The three steps: the form, the list, and the list as a file.

Answers come in by POST, are used for the one answer that they ask for, and are forgotten.
"""

from flask import Response, g, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as AnyResponse

from prep import export
from prep.answers import Answers
from prep.changes import Changes
from prep.checklist import Checklist, build
from prep.conflicts import Conflict, conflicts
from prep.forms import PatientForm, changes_sent
from prep.i18n import noop as _
from prep.i18n import preferred
from prep.pack import Pack, Paper
from prep.posted import posted
from prep.problems import problem, wants_json
from prep.selection import Selection, select
from prep.site import page, pages, served

FILE_NAME = _("Questions for my visit")
"""The name of every file we give. It tells nothing about the illness."""

PLEASE_CHECK = _("Please check these answers")
NO_SUCH_FORMAT = _("We can give the list as a PDF or as plain text only.")
NO_SUCH_PAPER = _("We can print on Letter or A4 paper only.")


@pages.get("/")
def start() -> AnyResponse:
    """Lead to the form in the language that the browser prefers."""
    lang = preferred(request.accept_languages.values(), served().languages)
    answer = redirect(url_for("pages.form", lang=lang))
    answer.vary.add("Accept-Language")
    return answer


@pages.get("/<lang>/")
def form() -> str:
    """Show the empty form."""
    return _form_page(served().form(), Changes())


@pages.post("/<lang>/")
def change_answers() -> str:
    """Show the form as it was filled in, to be changed."""
    sent = _sent()
    filled = served().form(sent)
    return _form_page(filled, _changes(sent, select(served().bank, filled.answers())))


@pages.post("/<lang>/checklist")
def checklist() -> str | Response:
    """Show the list that fits the answers, or give it as a file."""
    sent = _sent()
    filled = served().form(sent)
    if not filled.validate():
        return _please_check(filled, changes_sent(served().bank, sent))
    answers = filled.answers()
    selection = select(served().bank, answers)
    changes = _changes(sent, selection)
    if to_ask := _to_ask(sent, answers):
        return _form_page(filled, changes, to_ask)
    made = build(served().bank, selection, changes, filled.visit(), g.translator)
    match sent.get("format"):
        case None:
            return _list_page(filled, made, changes, sent)
        case "pdf":
            return _file(
                export.to_pdf(made, g.translator, Pack(made.suggested_parts, _paper(sent)), None),
                "application/pdf",
                "pdf",
            )
        case "txt":
            return _file(export.to_text(made, g.translator).encode(), "text/plain; charset=utf-8", "txt")
        case _:
            raise BadRequest(NO_SUCH_FORMAT)


def _sent() -> MultiDict[str, str]:
    """Return the posted form, with the change that the person agreed to, such as "stage.metastatic"."""
    sent = posted()
    field, _dot, option = sent.get("change_to", "").partition(".")
    if option:
        sent.setlist(field, [option])
    return sent


def _to_ask(sent: MultiDict[str, str], answers: Answers) -> tuple[Conflict, ...]:
    """Return what to ask before the list is first shown; a file, or "go on as it is", is never held up."""
    if "as_is" in sent or "format" in sent:
        return ()
    return conflicts(served().bank, answers)


def _changes(sent: MultiDict[str, str], _selection: Selection) -> Changes:
    return changes_sent(served().bank, sent)


def _paper(sent: MultiDict[str, str]) -> Paper:
    try:
        return Paper(sent.get("paper_size", Paper.LETTER.value))
    except ValueError as error:
        raise BadRequest(NO_SUCH_PAPER) from error


def _form_page(filled: PatientForm, changes: Changes, to_ask: tuple[Conflict, ...] = ()) -> str:
    return page("form.html", bank=served().bank, form=filled, changes=changes, to_ask=to_ask)


def _please_check(filled: PatientForm, changes: Changes) -> Response:
    """Show the form as it was filled in, with what to change in it."""
    if wants_json():
        wrong = {field.name: g.translator.gettext(field.errors[0]) for field in filled if field.errors}
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=wrong)
    return Response(_form_page(filled, changes), 422)


def _list_page(filled: PatientForm, made: Checklist, changes: Changes, sent: MultiDict[str, str]) -> str:
    return page(
        "list.html",
        bank=served().bank,
        form=filled,
        checklist=made,
        changes=changes,
        as_is="as_is" in sent,
        paper=_paper(sent),
    )


def _file(content: bytes, content_type: str, ending: str) -> Response:
    response = Response(content, content_type=content_type)
    # a text opens in the browser, to be copied; a PDF is better kept, and printed from there
    way = "attachment" if ending == "pdf" else "inline"
    response.headers.set("Content-Disposition", way, filename=f"{g.translator.gettext(FILE_NAME)}.{ending}")
    return response
