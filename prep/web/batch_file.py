"""Makes the file of a list of visits, and gives it piece by piece as its PDFs are made."""

from collections.abc import Iterator, Sequence
from threading import BoundedSemaphore

from flask import Response, g

from prep.batch.noted_zip import NotedZip
from prep.batch.outputs import MergedPdf, Output
from prep.batch.rows import BadRow, Row
from prep.batch.runner import Batch, Printed
from prep.batch.visit_list import VisitList
from prep.checklist.pack import Extent
from prep.pdf.errors import BusyError
from prep.pdf.maker import Render
from prep.web.patient_render import patient_render
from prep.web.site import current_site
from prep.web.urls import absolute_url, url_for_page

ONE_FILE = "one-file"
AT_ONCE = 2
"""Lists that a process makes at once, each one PDF after the other, so that people at the form hardly wait."""

MAY_WAIT = 4
"""Lists that wait for that. Each holds a thread of the process meanwhile."""

WAIT_SECONDS = 45.0
"""How long they wait: shorter than proxies wait for the first piece of an answer."""

_room = BoundedSemaphore(AT_ONCE)
_waiting_room = BoundedSemaphore(AT_ONCE + MAY_WAIT)


def common_of(extent: Extent = Extent.PAGE) -> Batch:
    """Return what all visits of a list have in common, as the clinic of this page has it."""
    site = current_site()
    return Batch(
        site.bank,
        site.languages,
        g.translator.lang,
        paper=g.clinic.paper,
        extent=extent,
        about_me=g.clinic.about_me,
        address=absolute_url(url_for_page("pages.start")),
        clinic=g.clinic,
    )


def file_of(listed: VisitList, rows: Sequence[Row | BadRow], form: str, extent: Extent) -> Response:
    """Return the answer that is the file, once there is room to make it.

    Raises:
        BusyError: there was none for a long while.
    """
    render, batch = patient_render(), common_of(extent)
    pieces: list[bytes] = []
    is_pile = form == ONE_FILE
    kind, name = ("application/pdf", "visits.pdf") if is_pile else ("application/zip", "visits.zip")
    output: Output = (
        MergedPdf(pieces.append, render, g.translator, g.clinic.paper, listed.hidden)
        if is_pile
        else NotedZip(pieces.append, listed, g.translator)
    )
    response = Response(_streamed(rows, batch, output, render, pieces), mimetype=kind)
    _enter()
    response.call_on_close(_room.release)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _enter() -> None:
    if not _waiting_room.acquire(blocking=False):
        raise BusyError
    try:
        if not _room.acquire(timeout=WAIT_SECONDS):
            raise BusyError
    finally:
        _waiting_room.release()


def _streamed(
    rows: Sequence[Row | BadRow], batch: Batch, output: Output, render: Render, pieces: list[bytes]
) -> Iterator[bytes]:
    """Yield the answer piece by piece."""
    for row in rows:
        outcome = row if isinstance(row, BadRow) else batch.make(row, render)
        if isinstance(outcome, BadRow):
            output.leave_out(outcome)
        elif isinstance(outcome, Printed):
            output.add(outcome)
        yield from _taken(pieces)
    output.close()
    yield from _taken(pieces)


def _taken(pieces: list[bytes]) -> Iterator[bytes]:
    """Yield what was written since, and hold it no longer."""
    yield b"".join(pieces)
    pieces.clear()
