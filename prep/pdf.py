"""Turns a drawn pack into a PDF. The only module that knows WeasyPrint, and only `renderer` imports it at the start.

One font configuration and one parsed style sheet serve the whole process: new ones for each PDF cost
half as much again and leak. Nothing can be fetched, so no request leaves the machine.
"""

import logging
import os
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from html import unescape
from io import BytesIO

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.draw import text as drawn_text
from weasyprint.images import RasterImage
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from prep.pack import Paper, PrintSize, page_style
from prep.paths import FONTS, STATIC

# its warnings quote letters that no font has, and those come out of a person's name
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

PICTURES = 500
"""How many emoji are kept ready; each is about 5 KB."""

HAS_SUBSET = harfbuzz_subset is not None
"""Whether typefaces can be cut down to the letters used by the library that does so quickly."""

_TYPED = {PrintSize.STANDARD: 12, PrintSize.LARGE: 18}
"""The size, in points, of what is typed into the PDF."""

_SEVERAL_LINES = 1 << 12
_BOX_TO_WRITE_IN = re.compile(r'<(?:(input type="text")|textarea)( [^>]*?name="([^"]*)"[^>]*)>(?:</textarea>)?')


def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as an accessible PDF (PDF/UA-1)."""
    drawn = _BOX_TO_WRITE_IN.sub(r'<input type="checkbox"\2>', html)
    document = HTML(string=drawn, url_fetcher=_NoFiles())

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        _finish_fields(pdf, _fields_to_type_in(html), _TYPED[print_size])

    made = document.write_pdf(
        stylesheets=[_style_sheet(), _page(paper, print_size)],
        font_config=_fonts(),
        pdf_variant="pdf/ua-1",
        finisher=finish,
    )
    return bytes(made)


def typefaces() -> set[str]:
    """Return the names of the typefaces that a pack can be printed in."""
    _fonts()
    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    found = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    name = ffi.new("FcChar8 **")
    names = set()
    for number in range(found.nfont):
        fontconfig.FcPatternGetString(found.fonts[number], b"family", 0, name)
        names.add(ffi.string(name[0]).decode())
    return names


def _fields_to_type_in(html: str) -> Mapping[str, bool]:
    """Return the names of the text fields, and whether each takes several lines."""
    return {unescape(field[3]): field[1] is None for field in _BOX_TO_WRITE_IN.finditer(html) if field[3]}


def _finish_fields(pdf: pydyf.PDF, to_type_in: Mapping[str, bool], size: int) -> None:
    """Let every viewer show ticks and typed words.

    The engine leaves drawing to the viewer, without a font to do it in: then Poppler shows no tick. For a text field
    it embeds our whole typeface. So text fields are laid out as boxes to tick, and become text fields here, written in
    Helvetica, which every viewer has.
    """
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    form.pop("NeedAppearances", None)
    helvetica = pydyf.Dictionary(
        {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
    )
    pdf.add_object(helvetica)
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({"Helv": helvetica.reference})})
    for field in [*pdf.objects]:
        if isinstance(field, pydyf.Dictionary) and field.get("FT") == "/Btn" and field["T"].string in to_type_in:
            _drop(pdf, field.pop("AP")["N"]["on"])
            del field["AS"], field["MK"]
            field.update({"FT": "/Tx", "V": pydyf.String(""), "DA": pydyf.String(f"/Helv {size} Tf 0 g")})
            if to_type_in[field["T"].string]:
                field["Ff"] = _SEVERAL_LINES


def _drop(pdf: pydyf.PDF, reference: bytes) -> None:
    """Put nothing in the place of an object that nothing needs any more."""
    nothing = pydyf.Dictionary()
    nothing.number = int(reference.split()[0])
    pdf.objects[nothing.number] = nothing


@lru_cache(PICTURES)
def _picture(image_id: str, png: bytes) -> RasterImage:
    return RasterImage(drawn_text.Image.open(BytesIO(png)), image_id, png)


# The engine packs an emoji anew each time it occurs, which takes 2.4 ms: five thousand of them are more than ten
# seconds. It offers no other place to keep them.
drawn_text.RasterImage = lambda _opened, image_id, png: _picture(image_id, png)


class _NoFiles(URLFetcher):
    """Refuses everything but pictures that stand in the page itself: a pack needs no other file."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("data:image/"):
            return super().fetch(url, headers)
        raise FatalURLFetchingError(f"A pack needs no other file, and asks for {url!r}")


@cache
def _fonts() -> FontConfiguration:
    """Return the typefaces that `fonts.conf` names; read from where they lie, they need no temporary folder."""
    os.environ |= {"FONTCONFIG_FILE": str(STATIC / "fonts.conf"), "XDG_DATA_HOME": str(FONTS)}
    return FontConfiguration()


@cache
def _style_sheet() -> CSS:
    return CSS(filename=STATIC / "pack.css", url_fetcher=_NoFiles(), font_config=_fonts())


@cache
def _page(paper: Paper, print_size: PrintSize) -> CSS:
    return CSS(string=page_style(paper, print_size), url_fetcher=_NoFiles())
