"""Patches WeasyPrint where it spends seconds on emoji: their pictures are kept, their places multiplied out.

The engine opens and packs an emoji anew each time it occurs, which takes 2.4 ms: five thousand of them are more than
ten seconds. It offers no other place to keep them. All that is patched in WeasyPrint is patched here.
"""

from copy import copy
from functools import cached_property, lru_cache
from io import BytesIO
from types import SimpleNamespace

import pydyf
import weasyprint
from PIL import Image
from weasyprint.draw import text as drawn_text
from weasyprint.images import RasterImage
from weasyprint.matrix import Matrix

KNOWN = "70"
"""The version of WeasyPrint, up to the first dot, that the patches were written for and tested with."""

PICTURES = 500
"""How many emoji are kept ready; each is about 5 KB."""

PICTURE_SIDE = 72
"""Points that an emoji is wide: 430 to an inch in standard print. The typeface has twice as many."""


class EngineVersionError(RuntimeError):
    """WeasyPrint is of a version whose insides are not known; the message says what to do."""


def patch_engine() -> None:
    """Let WeasyPrint draw emoji so from now on.

    Raises:
        EngineVersionError: its insides may be others than those that are patched.
    """
    version = weasyprint.__version__
    if version.partition(".")[0] != KNOWN or not {"Image", "RasterImage"} <= vars(drawn_text).keys():
        raise EngineVersionError(
            f"WeasyPrint {version} is installed, and prep/pdf/emoji.py knows {KNOWN}. Compare what it patches with the"
            " new version, run the tests, and raise KNOWN."
        )
    drawn_text.Image = SimpleNamespace(open=lambda file: _opened(file.getvalue()))
    drawn_text.RasterImage = lambda _opened, image_id, png: _picture(image_id, png)
    Matrix.__matmul__ = _product


class _Picture(RasterImage):
    """An emoji, packed once, and not again for each PDF."""

    @cached_property
    def _packed(self) -> pydyf.Stream:
        return super().get_x_object(interpolate=True, dpi_ratio=1)

    def get_x_object(self, *_as_ever: object) -> pydyf.Stream:
        """Return it as a PDF holds it. Each PDF numbers its own picture, and the mask of that."""
        own = copy(self._packed)
        own.extra = copy(own.extra)
        own.extra["SMask"] = copy(own.extra["SMask"])
        return own


@lru_cache(PICTURES)
def _picture(image_id: str, png: bytes) -> _Picture:
    return _Picture(_opened(png), image_id, image_data=None)


@lru_cache(PICTURES)
def _opened(png: bytes) -> Image.Image:
    opened = Image.open(BytesIO(png)).convert("RGBA")
    opened.thumbnail((PICTURE_SIDE, PICTURE_SIDE))
    return opened


def _product(one: Matrix, other: Matrix) -> Matrix:
    """Multiply two matrices. Each emoji is placed by two products, and the engine loops three deep for each."""
    (a, b, c), (d, e, f), (g, h, i) = other
    return Matrix(matrix=[[x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i] for x, y, z in one])
