"""Draws an address as a QR code: one outline, which the PDF engine draws in one go."""

from dataclasses import dataclass
from itertools import groupby

import segno

MASK = 2
"""Always the same pattern, so that the same address gives the same picture; choosing the best one is slow."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as the outline of its dark squares, each one unit wide."""

    side: int
    outline: str
    """The data of an SVG path."""


def qr_code(address: str) -> QrCode:
    """Return the QR code that leads to `address`."""
    rows = segno.make(address, micro=False, mask=MASK).matrix
    runs = [run for y, row in enumerate(rows) for run in _runs(y, bytes(row))]
    return QrCode(len(rows), "".join(runs))


def _runs(y: int, row: bytes) -> list[str]:
    """Draw each run of dark squares in a row as one bar."""
    bars, x = [], 0
    for is_dark, squares in groupby(row):
        length = len(list(squares))
        if is_dark:
            bars.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return bars
