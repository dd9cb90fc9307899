"""The near end of a worker: starts its process, sends it one job at a time, and replaces it when it ends.

A job cannot be interrupted from inside, so one that overruns its time is ended together with its process.
"""

import logging
import time
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from threading import Timer
from typing import cast

from prep.pdf.errors import FailedError, GoneError, OverrunError
from prep.pdf.jobs import Job
from prep.pdf.worker import Failed, Started, work

logger = logging.getLogger("prep.pdf.worker_process")

SILENCE_SECONDS = 60.0
"""How long a renderer that starts may give no sign of life. It gives one each second, however slow the machine is."""

OVERRUN = "The render took too long and was ended."
GONE = "The renderer ended before it was done."
NOT_READY = "A renderer gave no sign of life while it started."
FAILED = "The engine failed. The log says where."

RENDERS = 1000
"""Renders after which a renderer is replaced, against what the engine may leak."""

_forking = get_context("forkserver")
_forking.set_forkserver_preload(["__main__", "prep.pdf.system_check", "prep.pdf.earlier_pdf"])


class PdfWorker:
    """One process that renders, replaced whenever it ends, is ended or grew old."""

    def __init__(self) -> None:
        self._process: ForkServerProcess | None = None
        self._started: Started | None = None
        self._renders = 0
        self.can_render = False
        """It could when it was last started; one that takes its place can soon."""

    def start(self) -> None:
        """Start the process. It needs a moment until it is ready."""
        self._pipe, theirs = _forking.Pipe()
        process = _forking.Process(target=work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._process = process
        self._started = None
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
        while self._started is None:
            if not self._pipe.poll(SILENCE_SECONDS):
                raise OverrunError(NOT_READY)
            self._started = cast("Started | None", self._pipe.recv())  # ALIVE, until it has started
        self.can_render = self._started.can_render
        return self._started.missing

    def do(self, job: Job, seconds: float) -> object:
        """Return what came of the job.

        Raises:
            NoPdfError: nothing came of it; the process is then a new one.
        """
        made = None
        try:
            if not self._process:
                self.start()
            self.wait()
            made = self._answer(job, seconds)
            self._renders += 1
        except (EOFError, OSError) as error:
            raise GoneError(GONE) from error
        except OverrunError as error:
            logger.warning("%s Its process is replaced.", error)
            raise
        finally:
            # without an answer it may still send one, and that would be taken for the answer to the next job
            if made is None or self._renders >= RENDERS:
                self._replace()
        if isinstance(made, Failed):
            logger.error("A PDF could not be made: %s", made.where)
            raise FailedError(FAILED)
        return made

    def _replace(self) -> None:
        self.stop()
        with suppress(OSError, EOFError):  # the next job tries again
            self.start()

    def _answer(self, job: Job, seconds: float) -> object:
        """Return what becomes of the job. Ending the process in time ends the sending and the waiting, too."""
        end = time.monotonic() + seconds
        timer = Timer(seconds, self._end)
        timer.start()
        try:
            self._pipe.send(job)
            return self._pipe.recv()
        except (EOFError, OSError) as error:
            if time.monotonic() >= end:
                raise OverrunError(OVERRUN) from error
            raise
        finally:
            timer.cancel()

    def _end(self) -> None:
        if self._process and self._process.is_alive():
            self._process.kill()
