"""Tells which rows of a sheet are hidden, by its XML: the library that reads cells row by row does not.

It goes through the sheet piece by piece and in step with its reader, so that memory stays the same.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import repeat
from typing import IO
from xml.parsers import expat

PIECE = 1 << 16
SPACE = " "
"""What divides the namespace of an element from its name."""


def are_hidden(sheet: IO[bytes]) -> Iterator[bool]:
    """Yield of each row from the first on, and of all that may come below, whether nobody sees it."""
    before = 0
    for number in _hidden(sheet):
        yield from repeat(False, number - before - 1)
        yield True
        before = number
    yield from repeat(False)


def _hidden(sheet: IO[bytes]) -> Iterator[int]:
    """Yield the numbers of the rows that a filter or a person has hidden."""
    found: deque[int] = deque()
    row = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal row
        if name.rpartition(SPACE)[2] == "row":
            row = int(attributes.get("r", row + 1))
            if attributes.get("hidden") in {"1", "true"} or attributes.get("ht") == "0":
                found.append(row)

    parser = expat.ParserCreate(namespace_separator=SPACE)
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse
    while piece := sheet.read(PIECE):
        parser.Parse(piece)
        yield from found
        found.clear()


def _refuse(*_declared: object) -> None:
    raise ValueError
