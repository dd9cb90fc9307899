"""A logo that the PDF engine cannot bear is refused before anybody waits for it."""

import pytest

from prep.clinics.logo import SVG_TYPE, Logo
from prep.clinics.models import Clinic
from prep.export.logo_check import check_logos
from prep.settings import SettingsError

pytestmark = pytest.mark.slow

SHAPES = '<path d="M0 0h1"/>'
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 30 10">'
BOMB = HEAD + '<g id="a0"><path d="M0 0h1"/></g>' + "".join(
    f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 12 + "</g>" for n in range(1, 7)
) + "</svg>"  # fmt: skip


def clinics(**drawings) -> dict[str, Clinic]:
    return {
        slug: Clinic.model_construct(slug=slug, name=slug, logo=Logo(drawing.encode(), SVG_TYPE, 3))
        for slug, drawing in drawings.items()
    }


def test_a_plain_drawing_is_served():
    check_logos(clinics(hill=f"{HEAD}{SHAPES}</svg>"))


def test_a_drawing_that_takes_minutes_is_refused_by_its_clinics_name():
    with pytest.raises(SettingsError, match="The logo of the clinic 'lake' cannot be drawn"):
        check_logos(clinics(hill=f"{HEAD}{SHAPES}</svg>", lake=BOMB))


def test_without_drawings_nothing_is_tried(monkeypatch):
    monkeypatch.setattr("prep.export.logo_check.can_render", pytest.fail)
    check_logos({"hill": Clinic(slug="hill", name="Hill")})
