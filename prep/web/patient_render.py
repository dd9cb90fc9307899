"""Renders for whoever can wait: a busy machine makes it slower, and only a very long day an error."""

import time

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.errors import BusyError, OverrunError
from prep.pdf.maker import Render
from prep.web.client_address import client_address
from prep.web.site import current_site

PATIENCE_SECONDS = 500.0
"""How long a list may take in all, short of the time after which the server ends an answer."""

PAUSE_SECONDS = 0.5
OVERRUNS = 3
"""How often a PDF that took too long is tried: other work may have slowed it down."""


def patient_render() -> Render:
    """Return a renderer that waits while others are served: nobody looks at a screen until the list is there."""
    site = current_site()
    client = client_address(site.proxies)
    until = time.monotonic() + PATIENCE_SECONDS

    def once(html: str, paper: Paper, print_size: PrintSize) -> bytes:
        with site.pdf.place(client) as place:
            return place.render(html, paper, print_size)

    def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
        overruns = 0
        while time.monotonic() < until and overruns < OVERRUNS:
            try:
                return once(html, paper, print_size)
            except BusyError:
                time.sleep(PAUSE_SECONDS)
            except OverrunError:
                overruns += 1
        return once(html, paper, print_size)

    return render
