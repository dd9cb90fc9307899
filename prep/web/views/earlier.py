"""The page on which a person goes on from an earlier list: their own file, read once and forgotten."""

from flask import Response, g

from prep.checklist.resumed_list import resume
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.i18n import noop as _
from prep.pdf.errors import BusyError, NoPdfError
from prep.pdf.pool import RETRY_AFTER
from prep.web.blueprints import pages
from prep.web.forms.earlier_file import EarlierList, carried, sent_list
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json
from prep.web.shared_computer import share
from prep.web.site import current_site

BUSY = _("Many people are here right now. Please choose your file again in a moment.")
STATUS = {Fault.TOO_LARGE: 413, Fault.WRONG_KIND: 415}
"""Of the answer to a file that cannot be gone on from, where it is not 422."""


@pages.get("/<lang>/earlier")
def earlier() -> str:
    """Show the page to send an earlier list from."""
    return _page("")


@pages.get("/<lang>/shared/earlier")
def shared_earlier() -> str:
    """Show it to someone on a shared computer, which is carried on from there."""
    share()
    return earlier()


@pages.post("/<lang>/earlier")
def go_on() -> str | Response:
    """Show what was found in the file, and ask which questions were asked already."""
    try:
        return _found(sent_list())
    except SavedListError as error:
        return _please_check(error.fault)
    except BusyError:
        return _busy()
    except NoPdfError:  # what ends whoever reads it would end the next one, too
        return _please_check(Fault.TOO_HARD)


def _found(earlier: EarlierList) -> str:
    resumed = resume(current_site().bank, earlier.saved, g.translator)
    pack = earlier.saved.pack.pack(g.clinic.paper)
    return render_page("earlier_found.html", earlier=earlier, resumed=resumed, carried=[*carried(resumed, pack)])


def _please_check(fault: Fault) -> Response:
    status, told = STATUS.get(fault, 422), g.translator.gettext(fault.value)
    return problem(status, told) if wants_json() else Response(_page(told), status)


def _busy() -> Response:
    told = g.translator.gettext(BUSY)
    response = problem(503, told) if wants_json() else Response(_page(told), 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _page(told: str) -> str:
    return render_page("earlier.html", told=told)
