"""A clinic's colour can be read wherever it stands."""

import re

import pytest

from prep.clinics.contrast import DARK, LIGHT, READABLE, contrast, nearest_readable, stronger
from prep.paths import STATIC

USED = ("ground", "card", "tint", "warm", "on-accent")


def named(sheet: str, names) -> set[str]:
    """Return the colours that a style sheet gives to names, written out in six digits."""
    found = {name: re.search(rf"--{name}: (#\w+);", sheet)[1] for name in names}
    return {color if len(color) == 7 else "#" + "".join(2 * digit for digit in color[1:]) for color in found.values()}


def test_the_grounds_are_those_of_our_style_sheets():
    light, dark = (STATIC / "tokens.css").read_text(encoding="utf-8").split("prefers-color-scheme: dark")
    paper = (STATIC / "sheet.css").read_text(encoding="utf-8")
    assert set(LIGHT) == named(light, USED) | named(paper, ["tint"])
    assert set(DARK) == named(dark, USED)


def test_our_own_colour_passes_and_yellow_does_not():
    assert contrast("#155e63", LIGHT) > READABLE
    assert contrast("#ffcc00", LIGHT) < READABLE < contrast("#ffcc00", DARK)


@pytest.mark.parametrize("color", ["#ffcc00", "#ff0000", "#00ff00", "#777777", "#ffffff", "#fefefe", "#7fb3d5"])
@pytest.mark.parametrize("grounds", [LIGHT, DARK], ids=["light", "dark"])
def test_the_nearest_readable_colour_is_readable_and_only_just(color, grounds):
    found = nearest_readable(color, grounds)
    assert contrast(found, grounds) >= READABLE
    assert found == color or contrast(found, grounds) < READABLE + 0.2


def test_a_readable_colour_stays_as_it_is():
    assert nearest_readable("#7a1f5c", LIGHT) == "#7a1f5c"


@pytest.mark.parametrize(("color", "grounds"), [("#7a1f5c", LIGHT), ("#86cfd0", DARK)])
def test_the_stronger_shade_stands_out_more(color, grounds):
    assert contrast(stronger(color, grounds), grounds) > contrast(color, grounds)
