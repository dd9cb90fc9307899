"""What processes hold: memory with their share of what several use (PSS), and open files."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


def memory_mb(process: int) -> float:
    """Return the memory of a process; nothing where it has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:")) / 1024


def open_files(process: int) -> int:
    """Return how many files, pipes and sockets a process has open; none where it has ended."""
    try:
        return len(list(Path(f"/proc/{process}/fd").iterdir()))
    except OSError:
        return 0


@dataclass(frozen=True)
class Held:
    """What several processes hold together."""

    processes: int
    megabytes: float
    files: int


def held(processes: Iterable[int]) -> Held:
    every = list(processes)
    return Held(len(every), sum(map(memory_mb, every)), sum(map(open_files, every)))
