"""The pages from which a short list of visits is printed, for a navigator who has no command line.

The first takes the list, and the second shows how it was read. It carries the list itself: nothing is kept here.
"""

from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from math import ceil

from flask import Response, g

from prep.batch.cells.column import Column
from prep.batch.cells.columns import columns
from prep.batch.cells.dates import DateOrder
from prep.batch.passed_over import count_of
from prep.batch.row_problem import VisitsError
from prep.batch.rows import BadRow, Row
from prep.batch.template import blank_list
from prep.batch.visit_list import VisitList, open_visits, reopen_visits
from prep.checklist.pack import Extent
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.pdf.errors import BusyError
from prep.web.batch_file import common_of, file_of
from prep.web.batch_people import ToldOf, people_of
from prep.web.batch_sheets import NO_CHOICE, UNPACKED, KeptSheets, chosen_again, sheets_in
from prep.web.blueprints import pages
from prep.web.forms.csv_upload import SentAs, Upload, uploaded
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json
from prep.web.site import current_site, languages_of

MAX_ROWS = 40
RETRY_AFTER = 30

PLEASE_CHECK = _("Please check the list")

BUSY = _("Other lists are being made just now. Yours is still here: please try again in a moment.")
TOO_MANY = _(
    "Your list has %(count)s visits; here at most %(most)s are made at once. Divide it into %(lists)s lists, "
    "or have it printed by the command “prep batch”, which takes any number."
)
NONE_RIGHT = _("There is no visit in the list.")


@pages.get("/<lang>/batch")
def batch() -> str:
    """Show the page to send a list from."""
    return _batch_page()


@pages.get("/<lang>/batch/visits.csv")
def empty_list() -> Response:
    """Give an empty list, with all that its cells may hold."""
    response = Response("\ufeff" + blank_list(_columns()), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename="visits.csv")
    return response


@pages.post("/<lang>/batch")
def print_batch() -> Response:
    """Show how a list was read; or give the lists of all visits that can be read, as they are made."""
    sent, workbook = uploaded(), NO_CHOICE
    is_looked_at = sent.sent_as in {SentAs.CHOSEN, SentAs.SHEET}
    try:
        workbook = _workbook(sent)
        listed = _opened(sent, workbook)
        assumed = DateOrder.MONTH_FIRST if is_looked_at and listed.days.is_asked else None
        rows = list(islice(listed.rows(assumed), MAX_ROWS + 1))
    except VisitsError as error:
        return _please_check([error.trouble.told(g.translator)], workbook=workbook)
    if len(rows) > MAX_ROWS:
        return _please_check([_too_many(listed.count, g.translator)], workbook=workbook)
    if not any(isinstance(row, Row) for row in rows):
        none = [] if rows else [g.translator.gettext(NONE_RIGHT)]
        return _please_check(
            [*none, *listed.told_first(g.translator), *listed.passed_over(g.translator)], rows, workbook
        )
    if is_looked_at:
        return Response(_result_page(listed, rows, workbook=workbook))
    extent = next((extent for extent in Extent if extent.value == sent.extent), Extent.PAGE)
    try:
        return file_of(listed, rows, sent.form, extent)
    except BusyError:
        return _busy(listed, rows)


def _workbook(sent: Upload) -> KeptSheets:
    """Return the sheets from which one can be chosen."""
    if sent.sent_as is SentAs.SHEET:
        return chosen_again(sent.kept, sent.sheet)
    return sheets_in(sent.content, _columns(), _why_not) if sent.sent_as is SentAs.CHOSEN else NO_CHOICE


def _why_not(listed: VisitList) -> str:
    """Return why no page can show how a list was read."""
    if not listed.count:
        return str(g.translator.gettext(NONE_RIGHT))
    return _too_many(listed.count, g.translator) if listed.count > MAX_ROWS else ""


def _opened(sent: Upload, workbook: KeptSheets) -> VisitList:
    order = next((order for order in DateOrder if order.value == sent.dates), None)
    bank = current_site().bank
    if sent.sent_as is SentAs.KEPT:
        return reopen_visits(sent.kept, _columns(), bank, order)
    if sent.sent_as is SentAs.SHEET:
        return reopen_visits(workbook.sheets[workbook.chosen].kept, _columns(), bank, order)
    return open_visits(BytesIO(sent.content), _columns(), bank, order, workbook.name, UNPACKED)


def _columns() -> tuple[Column, ...]:
    return columns(current_site().bank, {lang: current_site().languages[lang] for lang in languages_of(g.clinic)})


def _too_many(count: int, translator: Translator) -> str:
    lists = ceil(count / MAX_ROWS)
    return translator.gettext(TOO_MANY) % {"count": count, "most": MAX_ROWS, "lists": lists}


def _please_check(
    mistakes: Sequence[str], rows: Sequence[Row | BadRow] = (), workbook: KeptSheets = NO_CHOICE
) -> Response:
    """Return why nothing can be made: what is wrong with the list as a whole, and with each row of it."""
    found = people_of(rows, common_of(), g.translator)
    people = (*found.to_mend, *found.cancelled)
    if wants_json():
        told: list[dict[str, object]] = [{"row": None, "detail": one} for one in mistakes]
        told += [{"row": one.row, "detail": line} for one in people for line in one.told]
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=told)
    return Response(_batch_page(mistakes, people, workbook), 422)


def _busy(listed: VisitList, rows: Sequence[Row | BadRow]) -> Response:
    told = g.translator.gettext(BUSY)
    response = problem(503, told) if wants_json() else Response(_result_page(listed, rows, told), 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _batch_page(mistakes: Sequence[str] = (), people: Sequence[ToldOf] = (), workbook: KeptSheets = NO_CHOICE) -> str:
    return render_page("batch.html", mistakes=mistakes, people=people, workbook=workbook, most=MAX_ROWS)


def _result_page(
    listed: VisitList, rows: Sequence[Row | BadRow], busy: str = "", workbook: KeptSheets = NO_CHOICE
) -> str:
    return render_page(
        "batch_result.html",
        listed=listed,
        kept=listed.kept(),
        hidden=count_of(listed.hidden()),
        to_make=sum(isinstance(row, Row) for row in rows),
        people=people_of(rows, common_of(), g.translator),
        told_first=[*(workbook.told or listed.told_first(g.translator)), *listed.passed_over(g.translator)],
        read_how=list(listed.read_how(g.translator)),
        busy=busy,
        workbook=workbook,
    )
