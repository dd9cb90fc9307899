"""A pool of worker processes that make and read PDFs, behind a short and fair queue.

What one worker does to itself, such as being killed, harms nobody else: it is replaced.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from queue import LifoQueue

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.errors import BusyError, GoneError, NoPdfError
from prep.pdf.fair_gate import BUSY, Claim, FairGate
from prep.pdf.jobs import Job, ReadJob
from prep.pdf.maker import Place
from prep.pdf.worker_process import GONE, PdfWorker

logger = logging.getLogger("prep.pdf.pool")

WAITING = 4
"""Jobs that may wait for each worker. More would wait longer than people do."""

SECONDS = 15.0
"""How long a render may take. The fullest pack takes about one second."""

READ_SECONDS = 5.0
"""How long reading an earlier PDF may take. Our fullest one takes some hundredths of a second."""

QUEUE_SECONDS = 25.0
"""How long a job may wait for a worker. With the render itself that is less than proxies wait for an answer."""

RETRY_AFTER = 5
"""Seconds until another try is likely to find room in the queue."""

NOT_READY = "No renderer is ready: they are still starting, or the log says what is missing."


class PdfPool:
    """Workers and their queue. Before the first job, `start` it in the process that will send jobs."""

    def __init__(self, workers: int, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._gate = FairGate(workers, workers * WAITING)
        self._workers = [PdfWorker() for _number in range(workers)]
        self._idle: LifoQueue[PdfWorker] = LifoQueue()

    def start(self) -> None:
        """Start the workers. They need a moment until they are ready; jobs wait for it."""
        for worker in self._workers:
            with suppress(OSError):  # the first job tries again
                worker.start()
            self._idle.put(worker)

    def missing_requirements(self) -> tuple[str, ...]:
        """Wait until a worker is ready, and return a sentence for each thing that it misses on this system.

        Raises:
            NoPdfError: it ended, or gives no sign of life.
        """
        worker = self._idle.get()
        try:
            return worker.wait()
        except (EOFError, OSError) as error:
            raise GoneError(GONE) from error
        finally:
            self._idle.put(worker)

    @contextmanager
    def place(self, client: str) -> Iterator[Place]:
        """Hold a place in which one job is done.

        Raises:
            BusyError: there is no place, and no room to wait for one.
        """
        with self._gate.claim(client) as claim:
            yield Place(partial(self._do, claim))

    def render(self, html: str, paper: Paper, print_size: PrintSize) -> bytes:
        """Return the pack as a PDF.

        Raises:
            NoPdfError: there is no room in the queue, or no PDF came of it.
        """
        with self.place("") as place:
            return place.render(html, paper, print_size)

    def check(self) -> None:
        """Tell whether a PDF can be made just now, without making one.

        Raises:
            NoPdfError: the queue is full, or no worker is ready.
        """
        if self._gate.is_full:
            raise BusyError(BUSY)
        if not any(worker.can_render for worker in self._workers):
            raise NoPdfError(NOT_READY)

    def stop(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.stop()

    def _do(self, claim: Claim, job: Job) -> object:
        seconds = min(self._seconds, READ_SECONDS) if isinstance(job, ReadJob) else self._seconds
        claim.wait(QUEUE_SECONDS)
        worker = self._idle.get()
        try:
            return worker.do(job, seconds)
        except GoneError:
            logger.warning("A renderer ended in the middle of a PDF. The PDF is made again.")
            return worker.do(job, seconds)
        finally:
            self._idle.put(worker)
