"""Sets limits on the current process: no core dumps, no peeking, many open files, who dies first for want of memory.

All of it is for Linux; elsewhere what the system does not know is left out.
"""

import ctypes
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PR_SET_DUMPABLE = 4
"""See prctl(2)."""

MEMORY = "/dev/shm"  # noqa: S108  # each file in it has a name of its own
"""Where Linux keeps temporary files that never reach a disk; so a disk that is full or read-only harms nobody."""

OOM_SCORE = Path("/proc/self/oom_score_adj")
PAGES_IN_USE = Path("/proc/self/statm")


def keep_memory_private() -> None:
    """Forbid core dumps and other processes' reading of our memory: a crash would write answers to the disk.

    A program that is started by this process must ask for it again; one that is forked need not.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def allow_many_files() -> None:
    """Raise the number of files and connections that may be open as far as the system lets us."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):  # macOS tells no limit, and then takes none
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def be_killed_first() -> None:
    """Ask to be ended before others when memory runs out. Do so before `keep_memory_private`, which forbids it."""
    with suppress(OSError):
        OOM_SCORE.write_text("1000")


def keep_files_in_memory() -> None:
    """Let temporary files never reach a disk, where the system offers another place."""
    if Path(MEMORY).is_dir():
        tempfile.tempdir = MEMORY


@contextmanager
def bounded_memory(more: int) -> Iterator[None]:
    """Let this process grow by no more than so many bytes meanwhile: beyond them it gets a `MemoryError`."""
    if not PAGES_IN_USE.exists():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    in_use = int(PAGES_IN_USE.read_text().split()[0]) * resource.getpagesize()
    strictest = min(limit for limit in (in_use + more, *before) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (strictest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
