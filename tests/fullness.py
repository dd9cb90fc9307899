"""Measures how full the sides of a PDF are, by the ink on them."""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

DOTS_PER_INCH = 24
TOP, BOTTOM = 12.0, 16.5
"""Millimetres above the first line, and from the footer down."""

WHITE = 245


def fullness(pdf: bytes) -> list[float]:
    """Return how far down each side is used, as a share of the room between the margins."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pack.pdf").write_bytes(pdf)
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "pack.pdf", "side"]
        subprocess.run(command, cwd=folder, check=True)
        return [_used(Image.open(path)) for path in sorted(Path(folder).glob("side*.pgm"))]


def _used(side: Image.Image) -> float:
    dots = DOTS_PER_INCH / 25.4
    room = side.crop((0, round(TOP * dots), side.width, round(side.height - BOTTOM * dots)))
    ink = room.point(lambda grey: 0 if grey > WHITE else 255).getbbox()
    return ink[3] / room.height if ink else 0.0
