"""Has PDFs made in processes of their own, behind a short queue, so that pages stay fast however many are asked for.

What one renderer does to itself, such as being killed, harms nobody else: it is replaced. A render cannot be
interrupted from inside, so one that overruns its time is ended together with its process.
"""

import logging
import time
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from queue import Empty, LifoQueue
from threading import BoundedSemaphore, Timer
from typing import cast

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.worker import Failed, RenderJob, work

logger = logging.getLogger("prep.pdf.pool")

WAITING = 4
"""Orders that may wait for each renderer. More would wait longer than people do."""

SECONDS = 15.0
"""How long a render may take. The fullest pack takes about one second."""

QUEUE_SECONDS = 25.0
"""How long an order may wait for a renderer. With the render itself that is less than proxies wait for an answer."""

START_SECONDS = 30.0
"""How long a renderer may take to be ready. It is about one second, once the engine is imported."""

BUSY = "All renderers are busy, and the queue is full."
OVERRUN = "The render took too long and was ended."
GONE = "The renderer ended before it was done."
NOT_READY = "A renderer was not ready in time."
FAILED = "The engine failed. The log says where."

RETRY_AFTER = 5
"""Seconds until another try is likely to find room in the queue."""

RENDERS = 1000
"""Renders after which a renderer is replaced, against what the engine may leak."""

_forking = get_context("forkserver")
_forking.set_forkserver_preload(["__main__", "prep.pdf.system_check"])


class NoPdfError(Exception):
    """A PDF could not be made this time."""


class BusyError(NoPdfError):
    """All renderers are at work, and as many orders as may wait are waiting."""


class OverrunError(NoPdfError):
    """The render took too long and was ended."""


class GoneError(NoPdfError):
    """The renderer ended before it was done."""


class FailedError(NoPdfError):
    """The engine failed on this pack, or cannot run at all."""


class PdfPool:
    """Renderers and their queue. Before the first order, `start` it in the process that will send orders."""

    def __init__(self, renderers: int, seconds: float = SECONDS) -> None:
        self.capacity = renderers * (1 + WAITING)
        self._seconds = seconds
        self._room = BoundedSemaphore(self.capacity)
        self._renderers = [PdfWorker() for _one in range(renderers)]
        self._idle: LifoQueue[PdfWorker] = LifoQueue()

    def start(self) -> None:
        """Start the renderers. They need a moment until they are ready; orders wait for it."""
        for one in self._renderers:
            one.start()
            self._idle.put(one)

    def missing_requirements(self) -> tuple[str, ...]:
        """Wait until a renderer is ready, and return a sentence for each thing that it misses on this system.

        Raises:
            NoPdfError: it ended, or is not ready in time.
        """
        one = self._idle.get()
        try:
            return one.wait()
        except (EOFError, OSError) as error:
            raise GoneError(GONE) from error
        finally:
            self._idle.put(one)

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
        """End the renderers."""
        for one in self._renderers:
            one.stop()

    def _render(self, order: RenderJob) -> bytes:
        try:
            one = self._idle.get(timeout=QUEUE_SECONDS)
        except Empty as error:
            raise BusyError(BUSY) from error
        try:
            return one.render(order, self._seconds)
        except GoneError:
            logger.warning("A renderer ended in the middle of a PDF. The PDF is made again.")
            return one.render(order, self._seconds)
        finally:
            self._idle.put(one)


class PdfWorker:
    """One process that renders, replaced whenever it ends, is ended or grew old."""

    def __init__(self) -> None:
        self._process: ForkServerProcess | None = None
        self._missing: tuple[str, ...] | None = None
        self._renders = 0

    def start(self) -> None:
        """Start the process. It needs a moment until it is ready."""
        self._pipe, theirs = _forking.Pipe()
        process = _forking.Process(target=work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process = process
        self._missing = None
        self._renders = 0

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process:
            self._pipe.close()  # first, whatever fails after it: from here on no late answer can come
            process, self._process = self._process, None
            if process.is_alive():  # else its number may be another process's by now
                process.kill()
            process.join()

    def wait(self) -> tuple[str, ...]:
        """Wait until it is ready, and return a sentence for each system library that it misses."""
        if self._missing is None:
            if not self._pipe.poll(START_SECONDS):
                raise OverrunError(NOT_READY)
            self._missing = cast("tuple[str, ...]", self._pipe.recv())
        return self._missing

    def render(self, order: RenderJob, seconds: float) -> bytes:
        """Return the pack as a PDF.

        Raises:
            NoPdfError: no PDF came of it; the process is then a new one.
        """
        made = None
        try:
            if not self._process:
                self.start()
            self.wait()
            made = self._answer(order, seconds)
            self._renders += 1
        except (EOFError, OSError) as error:
            raise GoneError(GONE) from error
        except OverrunError as error:
            logger.warning("%s Its process is replaced.", error)
            raise
        finally:
            # without an answer it may still send one, and that would be taken for the answer to the next order
            if made is None or self._renders >= RENDERS:
                self._replace()
        if isinstance(made, Failed):
            logger.error("A PDF could not be made: %s", made.where)
            raise FailedError(FAILED)
        return made

    def _replace(self) -> None:
        self.stop()
        with suppress(OSError, EOFError):  # the next order tries again
            self.start()

    def _answer(self, order: RenderJob, seconds: float) -> bytes | Failed:
        """Return what becomes of the order. Ending the process in time ends the sending and the waiting, too."""
        end = time.monotonic() + seconds
        timer = Timer(seconds, self._end)
        timer.start()
        try:
            self._pipe.send(order)
            return cast("bytes | Failed", self._pipe.recv())
        except (EOFError, OSError) as error:
            if time.monotonic() >= end:
                raise OverrunError(OVERRUN) from error
            raise
        finally:
            timer.cancel()

    def _end(self) -> None:
        if self._process and self._process.is_alive():
            self._process.kill()
