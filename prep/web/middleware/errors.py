"""Answers every error with a page: plain words, a way onward, and the answers still there."""

import logging
import traceback
from types import TracebackType

from flask import Flask, Response, g, request
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, InternalServerError, MethodNotAllowed, NotFound

from prep.i18n import noop as _
from prep.web.forms import list_editor, pack_options
from prep.web.forms.form_body import posted
from prep.web.pages import is_framed, render_page
from prep.web.problem_json import is_api, problem, wants_json
from prep.web.urls import is_unknown_clinic

logger = logging.getLogger("prep.web.middleware.errors")

TITLES = {
    400: _("We could not read what was sent"),
    403: _("This came from another site"),
    404: _("There is no such page"),
    405: _("This page opens from the form"),
    413: _("That was too much text"),
    415: _("We could not read what was sent"),
    500: _("Something went wrong on our side"),
}
GENERAL_TITLE = _("This did not work")

ADVICE = {
    400: _("Please go back to the form and try again."),
    403: _("To keep your answers safe, we only take them from our own form. Please open the form here."),
    404: _("The address may have a typing mistake. You can start from the form."),
    405: _("Your list is not kept anywhere, so it has no address of its own. Please fill in the form."),
    413: _("Please go back and shorten what you typed."),
    415: _("Please use the form."),
    500: _("It is not your fault, and nothing was kept. Please try again."),
}
CONFINED = (
    _("This part of the page may not send the form"),
    _("The site around it allows too little. Nothing was kept. Open the form in its own tab instead."),
)
"""A frame in a sandbox belongs to no site, and so does a tab that is opened from there."""

NO_SUCH_CLINIC = _("We do not know this clinic")
WITHOUT_CLINIC = _("The address may have a typing mistake. The tool works just as well without a clinic.")
GENERAL_ADVICE = _("Please start again from the form.")

API_ADVICE = {
    403: _("A page may call this only from a site that a clinic named as its own."),
    413: _("That was too much text."),
    500: _("It is not your fault, and nothing was kept. Please try again."),
}
API_GENERAL_ADVICE = _("/api/v1/ tells which addresses there are, and what each takes.")
"""For programs, and those who write them."""

NOT_ANSWERS = {
    "format",
    *list_editor.PASSING,
    list_editor.CHANGES,
    list_editor.EARLIER,
    pack_options.EXTENT,
    pack_options.ABOUT_ME,
    pack_options.PAPER,
    pack_options.PRINT,
}
"""What a page sends beside answers. Where it could not be read, sending it again would fail again."""


Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def init_error_pages(app: Flask) -> None:
    """Let `app` answer every error with a page in the reader's language, or with JSON for who asks for it."""
    app.log_exception = _log_fault  # type: ignore[assignment, method-assign]  # Flask's own would log the address and the message

    @app.errorhandler(HTTPException)
    def show(error: HTTPException) -> Response:
        return _answer(error)

    @app.errorhandler(Exception)
    def show_fault(error: Exception) -> Response:
        _log_fault((type(error), error, error.__traceback__))
        return _answer(InternalServerError())


def _log_fault(fault: Fault) -> None:
    """Log what failed and where, without the error's own message: it could hold what a person typed."""
    kind, _error, trace = fault
    logger.error("%s\n%s", kind.__name__ if kind else "", "".join(traceback.format_tb(trace)))


def _answer(error: HTTPException) -> Response:
    status = error.code or 500
    words = _words(error, status)
    title, advice = map(g.translator.gettext, words)
    if wants_json():
        response = problem(status, title, detail=advice)
    else:
        response = Response(
            render_page("error.html", title=title, advice=advice, confined=words == CONFINED, carried=_carried(status)),
            status,
        )
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return response


def _words(error: HTTPException, status: int) -> tuple[str, str]:
    """Return what to say: what happened, and what to do."""
    ours = error.description if error.description != type(error).description else None
    if is_api():  # RFC 9457 wants HTTP's own word for the status
        return error.name, ours or API_ADVICE.get(status, API_GENERAL_ADVICE)
    if status == NotFound.code and is_unknown_clinic():
        return NO_SUCH_CLINIC, WITHOUT_CLINIC
    if status == Forbidden.code and (is_framed() or request.headers.get("Origin") == "null"):
        return CONFINED
    return TITLES.get(status, GENERAL_TITLE), ours or ADVICE.get(status, GENERAL_ADVICE)


def _carried(status: int) -> list[tuple[str, str]] | None:
    """Return the answers that were sent, so that the page can offer to go on with them; nothing where none were."""
    if request.method != "POST" or not request.path.endswith(("/checklist", "/take")):
        return None
    try:
        sent = list(posted().items(multi=True))
    except HTTPException:
        return None
    return [(name, value) for name, value in sent if status != BadRequest.code or name not in NOT_ANSWERS]
