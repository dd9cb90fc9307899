"""Encodes an address as a QR code, drawn as one SVG path, which the PDF engine draws in one go."""

from dataclasses import dataclass
from itertools import groupby

import segno

MASK = 2
"""Always the same pattern, so that the same address gives the same picture; choosing the best one is slow."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as a line through its dark squares."""

    side: int
    bars: str
    """The data of an SVG path, to be stroked one unit wide."""


def qr_code(address: str) -> QrCode:
    """Return the QR code that leads to `address`."""
    rows = segno.make(address, micro=False, mask=MASK).matrix
    return QrCode(len(rows), "".join(_bars(y, bytes(row)) for y, row in enumerate(rows)))


def _bars(y: int, row: bytes) -> str:
    """Draw the dark squares of a row, and move over the light ones: every step costs the engine time."""
    steps = [f"M0 {y}.5"]
    for is_dark, squares in groupby(row):
        length = len(list(squares))
        steps.append(f"h{length}" if is_dark else f"m{length} 0")
    return "".join(steps)
