"""The loop of a worker process: receives a drawn pack, renders it, sends the PDF, until the pipe is closed.

Renderers give way to the processes that serve pages.
"""

import os
import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from prep.checklist.pack import Paper, PrintSize

RenderJob = tuple[str, Paper, PrintSize]
"""A drawn pack, and what it is printed on."""

PROBE: RenderJob = ('<html lang="en"><title>Ready</title><p>Ready</p></html>', Paper.LETTER, PrintSize.STANDARD)
"""The smallest pack there is."""

NICENESS = 5
"""How far a renderer stands back behind the processes that serve pages, on the scale of `nice`."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A pack that could not be rendered. Where it failed is told, but not the words of a person."""

    where: str


def work(jobs: Connection) -> None:
    """Say what the system lacks, then render every job that comes until the pipe is closed."""
    from prep.pdf.system_check import missing_requirements  # here, because who starts renderers does without the engine

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which lets renderers finish
    os.nice(NICENESS)
    rendered(PROBE)
    with suppress(EOFError, OSError):  # nobody is there any more who would want it
        jobs.send(missing_requirements())
        while True:
            jobs.send(rendered(jobs.recv()))


def render_here(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as a PDF, made in this process, which then has the engine."""
    from prep.pdf.render import render

    return render(html, paper, print_size)


def rendered(job: RenderJob) -> bytes | Failed:
    """Return the pack as a PDF, or where it failed."""
    try:
        return render_here(*job)
    except BaseException as error:  # whatever it is, the next job must be served; the engine has such of its own
        return Failed(type(error).__name__ + "\n" + "".join(traceback.format_tb(error.__traceback__)))
