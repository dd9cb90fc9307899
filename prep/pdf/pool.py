"""A pool of worker processes that make PDFs, behind a short queue, so that pages stay fast however many are asked for.

What one worker does to itself, such as being killed, harms nobody else: it is replaced.
"""

import logging
from queue import Empty, LifoQueue
from threading import BoundedSemaphore

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.errors import BusyError, GoneError
from prep.pdf.worker import RenderJob
from prep.pdf.worker_process import GONE, PdfWorker

logger = logging.getLogger("prep.pdf.pool")

WAITING = 4
"""Jobs that may wait for each worker. More would wait longer than people do."""

SECONDS = 15.0
"""How long a render may take. The fullest pack takes about one second."""

QUEUE_SECONDS = 25.0
"""How long a job may wait for a worker. With the render itself that is less than proxies wait for an answer."""

RETRY_AFTER = 5
"""Seconds until another try is likely to find room in the queue."""

BUSY = "All renderers are busy, and the queue is full."


class PdfPool:
    """Workers and their queue. Before the first job, `start` it in the process that will send jobs."""

    def __init__(self, workers: int, seconds: float = SECONDS) -> None:
        self.capacity = workers * (1 + WAITING)
        self._seconds = seconds
        self._room = BoundedSemaphore(self.capacity)
        self._workers = [PdfWorker() for _number in range(workers)]
        self._idle: LifoQueue[PdfWorker] = LifoQueue()

    def start(self) -> None:
        """Start the workers. They need a moment until they are ready; jobs wait for it."""
        for worker in self._workers:
            worker.start()
            self._idle.put(worker)

    def missing_requirements(self) -> tuple[str, ...]:
        """Wait until a worker is ready, and return a sentence for each thing that it misses on this system.

        Raises:
            NoPdfError: it ended, or is not ready in time.
        """
        worker = self._idle.get()
        try:
            return worker.wait()
        except (EOFError, OSError) as error:
            raise GoneError(GONE) from error
        finally:
            self._idle.put(worker)

    def render(self, html: str, paper: Paper, print_size: PrintSize) -> bytes:
        """Return the pack as a PDF.

        Raises:
            NoPdfError: there is no room in the queue, or no PDF came of it.
        """
        if not self._room.acquire(blocking=False):
            raise BusyError(BUSY)
        try:
            return self._render((html, paper, print_size))
        finally:
            self._room.release()

    def stop(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.stop()

    def _render(self, job: RenderJob) -> bytes:
        try:
            worker = self._idle.get(timeout=QUEUE_SECONDS)
        except Empty as error:
            raise BusyError(BUSY) from error
        try:
            return worker.render(job, self._seconds)
        except GoneError:
            logger.warning("A renderer ended in the middle of a PDF. The PDF is made again.")
            return worker.render(job, self._seconds)
        finally:
            self._idle.put(worker)
