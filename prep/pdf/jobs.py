"""The jobs that a worker process does: each is sent to it whole, and does itself there.

Whoever sends one needs neither the engine nor the reader of PDFs, so only `run` imports them.
"""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from prep.checklist.pack import Paper, PrintSize
from prep.checklist.saved_list_faults import Fault


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
        from prep.pdf.render import render

        return render(*self)


@dataclass(frozen=True, slots=True)
class EarlierPdf:
    """What an earlier PDF holds."""

    content: bytes
    """The attached list, as it is attached."""

    ticked: frozenset[str]
    """The questions whose boxes are ticked, by their ids."""

    has_boxes: bool
    """Whether there are boxes at all. A copy that was printed into a file has none, and tells nothing of ticks."""


class ReadJob(NamedTuple):
    """A PDF that someone sent, to go on from the list in it."""

    content: bytes

    def run(self) -> EarlierPdf | Fault:
        """Return what it holds, or what is wrong with it."""
        from prep.pdf.earlier_pdf import read_earlier_pdf

        return read_earlier_pdf(self.content)
