"""The PDF service as the web processes see it: rings for the dispatcher, and gets what came of a job or an error.

It is made before the web processes are forked, which then share the bell.
"""

import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from threading import BoundedSemaphore
from typing import TypeVar, cast

from prep.pdf.dispatcher import CLIENT_BYTES
from prep.pdf.errors import BusyError, GoneError
from prep.pdf.fair_gate import BUSY
from prep.pdf.jobs import Job
from prep.pdf.maker import Place
from prep.pdf.messages import Wish, received
from prep.pdf.pool import QUEUE_SECONDS, SECONDS, WAITING
from prep.pdf.worker_process import GONE

logger = logging.getLogger("prep.pdf.service")

CHECK_SECONDS = 2.0
"""How long the dispatcher may take to tell its state. Operators ask often, and want to know at once."""

RESTART_SECONDS = 10.0
"""How long to wait for another dispatcher, after one has ended in the middle of something."""

PAUSE_SECONDS = 0.5
"""How long whoever is refused waits for that answer. People hardly notice, and asking without a pause is of no use."""

HELD_BACK = 32
"""How many a process keeps waiting so, each in a thread; any more are refused at once."""

KIND = socket.SOCK_SEQPACKET if hasattr(socket, "SOCK_SEQPACKET") else socket.SOCK_DGRAM
"""Of the bell: each ring arrives whole."""

Said = TypeVar("Said")


class PdfService:
    """A dispatcher process, and the bell to ring for it."""

    def __init__(self, workers: int, seconds: float = SECONDS) -> None:
        self.capacity = workers * (1 + WAITING)
        """PDFs that may be under way or waited for at once."""

        self._workers = workers
        self._seconds = seconds
        self._bell, self._bell_inside = socket.socketpair(socket.AF_UNIX, KIND)
        self._room_to_pause = BoundedSemaphore(HELD_BACK)
        self._owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the dispatcher. It needs a moment until it is ready; wishes wait for it."""
        bell = self._bell_inside.fileno()
        command = [sys.executable, "-m", "prep.pdf.dispatcher", str(bell), str(self._workers), str(self._seconds)]
        # a program of its own: forked from here it would hold on to all that is open here
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[bell])  # noqa: S603  # all ours

    def ensure_running(self) -> None:
        """Start the dispatcher again, if it has ended. To be asked from the process that started it."""
        if self._process and self._process.poll() is not None:
            logger.warning("The dispatcher of PDFs has ended. It is started again.")
            self.start()

    def stop(self) -> None:
        """End the dispatcher, once all who can ring for it have ended. Processes forked since leave it alone."""
        self._bell.close()
        self._bell_inside.close()
        if self._process and os.getpid() == self._owner:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(self._seconds)
            self._process.kill()

    def check(self) -> None:
        """Tell whether a PDF can be made just now, without making one.

        Raises:
            NoPdfError: it cannot; the message says why.
        """
        self._ask(Wish.CHECK, CHECK_SECONDS)

    def missing_requirements(self) -> tuple[str, ...]:
        """Wait until a worker is ready, and return a sentence for each thing that it misses on this system.

        Raises:
            NoPdfError: it ended, or gives no sign of life.
        """
        return cast("tuple[str, ...]", self._ask(Wish.REQUIREMENTS, None))

    @contextmanager
    def place(self, client: str) -> Iterator[Place]:
        """Hold a place in which one job is done.

        Raises:
            NoPdfError: there is no place, and no room to wait for one.
        """
        with self._ring(Wish.PLACE, client) as connection:
            try:
                _told(lambda: received(connection, QUEUE_SECONDS))
            except BusyError:
                self._hold_back()
                raise
            yield Place(partial(self._done, connection, client))

    def _hold_back(self) -> None:
        """Wait a moment. Hundreds of refusals a second would take the processor from renderers and from pages."""
        if self._room_to_pause.acquire(blocking=False):
            try:
                time.sleep(PAUSE_SECONDS)
            finally:
                self._room_to_pause.release()

    def _done(self, connection: Connection, client: str, job: Job) -> object:
        """Return what came of the job; where the dispatcher ends meanwhile, another one is asked once."""
        try:
            return _told(lambda: self._answer(connection, job))
        except GoneError:
            logger.warning("The dispatcher ended in the middle of a PDF. Another one is asked.")
            with self._ring(Wish.PLACE, client) as another:
                _told(lambda: received(another, RESTART_SECONDS + QUEUE_SECONDS))
                return _told(lambda: self._answer(another, job))

    def _answer(self, connection: Connection, job: Job) -> object:
        connection.send(job)
        # a worker that ends in the middle of a PDF makes it again
        return received(connection, QUEUE_SECONDS + 3 * self._seconds)

    def _ask(self, wish: Wish, seconds: float | None) -> object:
        with self._ring(wish, "") as connection:
            return _told(lambda: received(connection, seconds))

    @contextmanager
    def _ring(self, wish: Wish, client: str) -> Iterator[Connection]:
        ours, theirs = socket.socketpair()
        with Connection(ours.detach()) as connection:
            with theirs:
                name = client.encode()[:CLIENT_BYTES]
                socket.send_fds(self._bell, [wish.value + name], [theirs.fileno()])
            yield connection


def _told(ask: Callable[[], Said]) -> Said:
    """Return what `ask` returns, with errors of the connection told as errors of PDFs."""
    try:
        return ask()
    except TimeoutError as error:
        raise BusyError(BUSY) from error
    except (EOFError, OSError) as error:
        raise GoneError(GONE) from error
