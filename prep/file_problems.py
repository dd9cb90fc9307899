"""Problems in a file that an editor wrote, each with line and column, so that they are found at once."""

from collections.abc import Iterable
from dataclasses import dataclass

Place = tuple[str | int, ...]
"""The way from the top of the file to a value: keys and list positions."""

Fault = tuple[Place, str]
"""Where something is wrong, and what."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, and where an editor finds it. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Write it as compilers do, so that an editor's program can jump there."""
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FileError(Exception):
    """The file cannot be used. `problems` holds every reason, in the order of the file, each once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
