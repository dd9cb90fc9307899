"""The loop of a worker process: receives a job, does it, sends what came of it, until the pipe is closed.

Renderers give way to the processes that serve pages.
"""

import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Event, Thread

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.jobs import Job, RenderJob
from prep.process_limits import be_killed_first, keep_memory_private

PROBE = RenderJob('<html lang="en"><title>Ready</title><p>Ready</p></html>', Paper.LETTER, PrintSize.STANDARD)
"""The smallest pack there is."""

NICENESS = 5
"""How far a renderer stands back behind the processes that serve pages, on the scale of `nice`."""


ALIVE = None
"""What a process that starts sends each second, so that nobody takes a slow machine for a dead one."""

BEAT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that could not be done. Where it failed is told, but not the words of a person."""

    where: str


@dataclass(frozen=True, slots=True)
class Started:
    """What a process that has started says of itself."""

    can_render: bool
    missing: tuple[str, ...]
    """A sentence for each thing that the system lacks."""


def work(jobs: Connection) -> None:
    """Say what the system lacks, then do every job that comes until the pipe is closed."""
    from prep.pdf.system_check import missing_requirements  # here, because who starts renderers does without the engine

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which lets renderers finish
    os.nice(NICENESS)
    be_killed_first()
    keep_memory_private()
    with suppress(EOFError, OSError):  # nobody is there any more who would want it
        with _heartbeat(jobs):
            can_render = not isinstance(done(PROBE), Failed)
            started = Started(can_render, missing_requirements())
        jobs.send(started)
        while True:
            jobs.send(done(jobs.recv()))


@contextmanager
def _heartbeat(pipe: Connection) -> Iterator[None]:
    """Give a sign of life each second, from a thread of its own."""
    stopped = Event()

    def beat() -> None:
        with suppress(OSError):
            while not stopped.wait(BEAT_SECONDS):
                pipe.send(ALIVE)

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def render_here(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as a PDF, made in this process, which then has the engine."""
    return RenderJob(html, paper, print_size).run()


def done(job: Job) -> object:
    """Return what came of the job, or where it failed."""
    try:
        return job.run()
    except BaseException as error:  # whatever it is, the next job must be served; the engine has such of its own
        return Failed(type(error).__name__ + "\n" + "".join(traceback.format_tb(error.__traceback__)))
