"""The answer when no PDF can be made just now (503): what was posted is carried on, and nothing else is done."""

from flask import Response, g
from werkzeug.datastructures import MultiDict

from prep.i18n import noop as _
from prep.pdf.errors import BusyError, NoPdfError
from prep.pdf.pool import RETRY_AFTER
from prep.web.forms.list_editor import FIND, PLACE
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json

BUSY = _("Many people are making PDFs right now")
FAILED = _("The PDF did not work this time")

NOT_CARRIED = {PLACE, FIND, "format"}
"""What the buttons of this page say anew, and a search; the press that was not heard is said again."""


def no_pdf(sent: MultiDict[str, str], error: NoPdfError) -> Response:
    """Offer to try again and other ways to take the list along, with everything still there."""
    heading = g.translator.gettext(BUSY if isinstance(error, BusyError) else FAILED)
    if wants_json():
        response = problem(503, heading)
    else:
        carried = [pair for pair in sent.items(multi=True) if pair[0] not in NOT_CARRIED]
        response = Response(render_page("no_pdf.html", carried=carried, heading=heading), 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
