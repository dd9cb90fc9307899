"""The jobs that a worker process does: each is sent to it whole, and does itself there."""

from typing import NamedTuple, Protocol

from prep.checklist.pack import Paper, PrintSize


class Job(Protocol):
    """What can be sent to a worker."""

    def run(self) -> object:
        """Do it in this process, which then has the engine."""


class RenderJob(NamedTuple):
    """A drawn pack, and what it is printed on."""

    html: str
    paper: Paper
    print_size: PrintSize

    def run(self) -> bytes:
        """Return the pack as a PDF."""
        from prep.pdf.render import render  # here, because who sends jobs does without the engine

        return render(*self)
