"""What makes PDFs, as those who ask for them see it: they claim a place first, and draw only once they have one.

Refusing then costs next to nothing, however many ask.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from prep.checklist.pack import Paper, PrintSize

Render = Callable[[str, Paper, PrintSize], bytes]
"""Turns a drawn pack into a PDF."""


class PdfMaker(Protocol):
    """Makes PDFs, a few at a time."""

    def place(self, client: str) -> AbstractContextManager[Render]:
        """Hold a place, and give what renders one PDF in it. Clients take turns.

        Raises:
            NoPdfError: there is no place, and no room to wait for one.
        """

    def check(self) -> None:
        """Tell whether a PDF can be made just now, without making one.

        Raises:
            NoPdfError: it cannot; the message says why.
        """


class DirectMaker:
    """Makes PDFs by calling `render`, without any queue: for the command line and for tests."""

    def __init__(self, render: Render) -> None:
        self._render = render

    @contextmanager
    def place(self, _client: str) -> Iterator[Render]:
        """Give `render`."""
        yield self._render

    def check(self) -> None:
        """Be content."""
