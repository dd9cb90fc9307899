"""What is measured, and how it is told: medians with their spread, and ratios of things measured in turn."""

import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CLOCK = time.process_time
"""CPU seconds of this process: a busy machine changes them least."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    aim: str = ""


@dataclass(frozen=True)
class Spread:
    """What was measured several times."""

    values: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def at(self, share: float) -> float:
        """Return the value that this share of all does not exceed."""
        return sorted(self.values)[min(int(len(self.values) * share), len(self.values) - 1)]

    def __format__(self, unit: str) -> str:
        return f"{self.median:.3g} {unit} ({min(self.values):.3g} to {max(self.values):.3g})"

    def ratio(self, other: "Spread") -> "Spread":
        """Return this in units of `other`, round by round."""
        return Spread([one / another for one, another in zip(self.values, other.values, strict=True)])


def where() -> Row:
    """Tell what this is measured on. A Python that was built without optimization takes a fifth longer."""
    return Row("measured on", f"Python {platform.python_version()}, {os.cpu_count()} processors")


def cpu_ms(work: Callable[[], object]) -> float:
    began = CLOCK()
    work()
    return 1000 * (CLOCK() - began)


def in_turn(rounds: int, **works: Callable[[], float]) -> Mapping[str, Spread]:
    """Return what each of several works measures, one after the other in every round, after a round that warms up."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            value = work()
            if number:
                taken[name].append(value)
    return {name: Spread(values) for name, values in taken.items()}


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    lines = [f"| {row.what} | {row.measured} | {row.aim} |" for row in rows]
    return "\n".join(["| what | measured | aim |", "|---|---|---|", *lines])
