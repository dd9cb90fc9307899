"""Measures the contrast of a clinic's colour with what it stands on, on screen and paper, and finds other shades."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

READABLE = 4.5
"""The least contrast between words and what they stand on (WCAG 2.2, 1.4.3)."""

LIGHT = ("#faf6f0", "#fffdfa", "#e8f0ee", "#fff1da", "#eef4f3", "#ffffff")
"""What stands behind the colour, or on it, by day and on paper. `tokens.css` and `sheet.css` name the same."""

DARK = ("#14191a", "#1d2426", "#1f302f", "#33291a", "#0b2729")
"""The same for people whose device shows pages dark."""

_STEP = 0.005
"""Of lightness, from 0 to 1: no eye sees a smaller one."""

_STRONGER = 0.08


def contrast(color: str, grounds: Iterable[str]) -> float:
    """Return the contrast of `color` with the ground that it stands out from least."""
    return min(_color(color).contrast(_color(ground)) for ground in grounds)


def nearest_readable(color: str, grounds: Iterable[str]) -> str:
    """Return the colour of the same hue that is just dark, or just light, enough for all `grounds`."""
    tried = _color(color).convert("oklch")
    step = _STEP if _color(next(iter(grounds))).luminance() < _color("#777").luminance() else -_STEP
    while contrast(_hex(tried), grounds) < READABLE:
        tried["lightness"] += step
    return _hex(tried)


def stronger(color: str, grounds: Iterable[str]) -> str:
    """Return the shade that stands out more, for what is pointed at."""
    shade = _color(color).convert("oklch")
    is_dark = _color(color).luminance() < _color(next(iter(grounds))).luminance()
    shade["lightness"] += -_STRONGER if is_dark else _STRONGER
    return nearest_readable(_hex(shade), grounds)


def _hex(color: "Color") -> str:
    return color.convert("srgb").fit().to_string(hex=True)


def _color(css: str) -> "Color":
    from coloraide import Color  # here, because it takes long to load, and many servers have no clinic with a colour

    return Color(css)
