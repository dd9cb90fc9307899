"""What makes PDFs, as those who ask for them see it: they claim a place first, and draw only once they have one.

Refusing then costs next to nothing, however many ask.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol, cast

from prep.checklist.pack import Paper, PrintSize
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.pdf.errors import OverrunError
from prep.pdf.jobs import EarlierPdf, Job, ReadJob, RenderJob

Render = Callable[[str, Paper, PrintSize], bytes]
"""Turns a drawn pack into a PDF."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is held among those whose jobs are done: for one job of any kind."""

    do: Callable[[Job], object]

    def render(self, html: str, paper: Paper, print_size: PrintSize) -> bytes:
        """Return the pack as a PDF.

        Raises:
            NoPdfError: no PDF came of it.
        """
        return cast("bytes", self.do(RenderJob(html, paper, print_size)))

    def read(self, content: bytes) -> EarlierPdf:
        """Return what a PDF that someone sent holds.

        Raises:
            SavedListError: there is no list in it that can be read.
            NoPdfError: it could not be looked at.
        """
        try:
            found = cast("EarlierPdf | Fault", self.do(ReadJob(content)))
        except OverrunError as error:  # a file that takes this long once will again
            raise SavedListError(Fault.TOO_HARD) from error
        if isinstance(found, Fault):
            raise SavedListError(found)
        return found


class PdfMaker(Protocol):
    """Makes and reads PDFs, a few at a time."""

    def place(self, client: str) -> AbstractContextManager[Place]:
        """Hold a place in which one job is done. Clients take turns.

        Raises:
            NoPdfError: there is no place, and no room to wait for one.
        """

    def check(self) -> None:
        """Tell whether a PDF can be made just now, without making one.

        Raises:
            NoPdfError: it cannot; the message says why.
        """


class DirectMaker:
    """Makes PDFs by calling `render`, without any queue, and does other jobs here: for the command line and tests."""

    def __init__(self, render: Render) -> None:
        self._render = render

    @contextmanager
    def place(self, _client: str) -> Iterator[Place]:
        """Give a place that needs nobody's leave."""
        yield Place(lambda job: self._render(*job) if isinstance(job, RenderJob) else job.run())

    def check(self) -> None:
        """Be content."""
