"""Tries clinics' logos on the PDF engine before they are served: a drawing of a few lines can take it minutes."""

from collections.abc import Mapping
from html import escape

from prep.clinics.logo import SVG_TYPE
from prep.clinics.models import Clinic
from prep.pdf.trial import can_render
from prep.settings import SettingsError

SECONDS = 3.0
"""How long all logos together may take. One takes some hundredths of a second."""


def check_logos(clinics: Mapping[str, Clinic]) -> None:
    """Refuse a drawing that the PDF engine cannot draw in time. Photos were looked at when they were read.

    Raises:
        SettingsError: one of them is too much; the sentence names the clinic.
    """
    logos = {slug: clinic.logo for slug, clinic in clinics.items() if clinic.logo}
    drawings = {slug: logo.data_url for slug, logo in logos.items() if logo.mimetype == SVG_TYPE}
    if drawings and not can_render(_page(*drawings.values()), SECONDS):
        for slug, drawing in drawings.items():
            if not can_render(_page(drawing), SECONDS):
                raise SettingsError(
                    f"The logo of the clinic {slug!r} cannot be drawn into a PDF within {SECONDS:.0f} seconds."
                    " Save it simpler, or as a PNG picture."
                )


def _page(*drawings: str) -> str:
    pictures = "".join(f'<p><img src="{escape(drawing)}" alt=""/></p>' for drawing in drawings)
    return f'<html lang="en"><title>Logos</title>{pictures}</html>'
