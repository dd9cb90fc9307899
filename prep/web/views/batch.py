"""The page from which a short list of visits is printed, for a navigator who has no command line."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from threading import BoundedSemaphore

from flask import Response, g

from prep.batch.columns import Column, columns
from prep.batch.csv_reader import VisitList, VisitsError, open_visits
from prep.batch.dates import DateOrder
from prep.batch.noted_zip import NotedZip
from prep.batch.outputs import MergedPdf, Output
from prep.batch.rows import BadRow, Row
from prep.batch.runner import Batch, Printed
from prep.batch.template import blank_list
from prep.checklist.pack import Extent, Paper, PrintSize
from prep.i18n import noop as _
from prep.pdf.errors import BusyError
from prep.pdf.maker import Render
from prep.web.blueprints import pages
from prep.web.client_address import client_address
from prep.web.forms.csv_upload import uploaded
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json
from prep.web.site import current_site, languages_of
from prep.web.urls import absolute_url, url_for_page

MAX_ROWS = 40
ONE_FILE = "one-file"
AT_ONCE = 2
"""Lists that a process makes at once, each one PDF after the other, so that people at the form hardly wait."""

PATIENCE = 120
"""How often a PDF is asked for again, half a second apart, while others are made."""

RETRY_AFTER = 30

PLEASE_CHECK = _("Please check the list")

BUSY = _("Other lists are being printed just now. Please send yours again in a moment.")
TOO_MANY = _("There are more than %(most)s visits in the list. Please divide it.")
NONE_RIGHT = _("There is no visit in the list.")

_room = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What to mend in the list, and in which row; none where it is the list as a whole."""

    told: str
    row: int | None = None


@pages.get("/<lang>/batch")
def batch() -> str:
    """Show the page to send a list from."""
    return _batch_page()


@pages.get("/<lang>/batch/visits.csv")
def empty_list() -> Response:
    """Give an empty list, with all that its cells may hold."""
    response = Response("\ufeff" + blank_list(_columns("")), mimetype="text/csv")
    response.headers.set("Content-Disposition", "attachment", filename="visits.csv")
    return response


@pages.post("/<lang>/batch")
def print_batch() -> Response:
    """Give the lists of all visits that can be read, as they are made."""
    sent = uploaded()
    try:
        listed = open_visits(BytesIO(sent.content), _columns(sent.dates))
        rows = list(islice(listed.rows(), MAX_ROWS + 1))
    except VisitsError as error:
        return _please_check([Mistake(error.trouble.told(g.translator))])
    if len(rows) > MAX_ROWS:
        return _please_check([Mistake(g.translator.gettext(TOO_MANY) % {"most": MAX_ROWS})])
    if not any(isinstance(row, Row) for row in rows):
        return _please_check(_mistakes(rows) or [Mistake(g.translator.gettext(NONE_RIGHT))])
    if not _room.acquire(blocking=False):
        return _busy()
    pieces: list[bytes] = []
    is_pile = sent.form == ONE_FILE
    kind, name = ("application/pdf", "visits.pdf") if is_pile else ("application/zip", "visits.zip")
    extent = next((extent for extent in Extent if extent.value == sent.extent), Extent.PAGE)
    response = Response(_streamed(rows, extent, _output(is_pile, listed, pieces), pieces), mimetype=kind)
    response.call_on_close(_room.release)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _output(is_pile: bool, listed: VisitList, pieces: list[bytes]) -> Output:
    if is_pile:
        return MergedPdf(pieces.append, _retry_until_free(), g.translator, g.clinic.paper)
    return NotedZip(pieces.append, listed, g.translator)


def _streamed(rows: Sequence[Row | BadRow], extent: Extent, output: Output, pieces: list[bytes]) -> Iterator[bytes]:
    """Return the answer piece by piece. All that belongs to the request is read before the first."""
    site = current_site()
    start = absolute_url(url_for_page("pages.start"))
    batch = Batch(
        site.bank,
        site.languages,
        g.translator.lang,
        paper=g.clinic.paper,
        extent=extent,
        about_me=g.clinic.about_me,
        address=start,
        clinic=g.clinic,
    )
    render = _retry_until_free()

    def stream() -> Iterator[bytes]:
        for row in rows:
            outcome = row if isinstance(row, BadRow) else batch.make(row, render)
            if isinstance(outcome, BadRow):
                output.leave_out(outcome)
            elif isinstance(outcome, Printed):
                output.add(outcome)
            yield from _taken(pieces)
        output.close()
        yield from _taken(pieces)

    return stream()


def _taken(pieces: list[bytes]) -> Iterator[bytes]:
    """Yield what was written since, and hold it no longer."""
    yield b"".join(pieces)
    pieces.clear()


def _retry_until_free() -> Render:
    """Return a renderer that waits while others are served: nobody looks at a screen until the list is there."""
    site = current_site()
    client = client_address(site.proxies)

    def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
        for _try in range(PATIENCE):
            try:
                with site.pdf.place(client) as place:
                    return place.render(html, paper, print_size)
            except BusyError:
                time.sleep(0.5)
        with site.pdf.place(client) as place:
            return place.render(html, paper, print_size)

    return render


def _columns(dates: str) -> tuple[Column, ...]:
    known = {lang: current_site().languages[lang] for lang in languages_of(g.clinic)}
    order = next((order for order in DateOrder if order.value == dates), None)
    return columns(current_site().bank, known, order)


def _mistakes(rows: Sequence[Row | BadRow]) -> list[Mistake]:
    return [
        Mistake(trouble.told(g.translator), row.number)
        for row in rows
        if isinstance(row, BadRow)
        for trouble in row.troubles
    ]


def _please_check(mistakes: Sequence[Mistake]) -> Response:
    if wants_json():
        told = [{"row": one.row, "detail": one.told} for one in mistakes]
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=told)
    return Response(_batch_page(mistakes), 422)


def _busy() -> Response:
    told = g.translator.gettext(BUSY)
    response = problem(503, told) if wants_json() else Response(_batch_page([Mistake(told)]), 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _batch_page(mistakes: Sequence[Mistake] = ()) -> str:
    return render_page("batch.html", mistakes=mistakes, most=MAX_ROWS)
