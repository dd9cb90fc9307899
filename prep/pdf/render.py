"""Turns a drawn pack into a PDF. The only module that knows WeasyPrint, and only `renderer` imports it at the start.

One font configuration and one parsed style sheet serve the whole process: new ones for each PDF cost
half as much again and leak. Nothing can be fetched, so no request leaves the machine.
"""

import logging
import os
from collections.abc import Iterator, Mapping
from copy import copy
from functools import cache, cached_property, lru_cache
from io import BytesIO
from types import SimpleNamespace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pydyf
from cssselect2 import ElementWrapper
from PIL import Image
from weasyprint import CSS, HTML, Document
from weasyprint.draw import text as drawn_text
from weasyprint.images import RasterImage
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from prep.checklist.pack import Paper, PrintSize, page_style
from prep.paths import FONTS, STATIC

# its warnings quote letters that no font has, and those come out of a person's name
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

PICTURES = 500
"""How many emoji are kept ready; each is about 5 KB."""

PICTURE_SIDE = 72
"""Points that an emoji is wide: 430 to an inch in standard print. The typeface has twice as many."""

HAS_SUBSET = harfbuzz_subset is not None
"""Whether typefaces can be cut down to the letters used by the library that does so quickly."""

_TYPED = {PrintSize.STANDARD: 12, PrintSize.LARGE: 18}
"""The size, in points, of what is typed into the PDF."""

_SEVERAL_LINES = 1 << 12


def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as an accessible PDF (PDF/UA-1).

    Raises:
        ParseError: `html` is not well-formed. It has to be XML, too.
    """
    pack = ElementTree.fromstring(html)  # noqa: S314  # our own templates; what was typed is escaped in them
    to_type_in = dict(_as_boxes_to_tick(pack))

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        _finish_fields(pdf, to_type_in, _TYPED[print_size])

    made = _Pack(pack).write_pdf(
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


def _as_boxes_to_tick(pack: Element) -> Iterator[tuple[str, bool]]:
    """Make the text fields boxes to tick, and yield the name of each, and whether it takes several lines."""
    for field in pack.iter():
        if field.tag == "textarea" or (field.tag == "input" and field.get("type") == "text"):
            yield field.attrib["name"], field.tag == "textarea"
            field.tag = "input"
            field.set("type", "checkbox")


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


# The engine opens and packs an emoji anew each time it occurs, which takes 2.4 ms: five thousand of them are more than
# ten seconds. It offers no other place to keep them.
drawn_text.Image = SimpleNamespace(open=lambda file: _opened(file.getvalue()))
drawn_text.RasterImage = lambda _opened, image_id, png: _picture(image_id, png)


def _product(one: Matrix, other: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = other
    return Matrix(matrix=[[x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i] for x, y, z in one])


# Each emoji is placed by two products, and the engine takes a loop in a loop in a loop for each.
Matrix.__matmul__ = _product


class _Pack(HTML):
    """A pack for the engine, whose own reader of HTML takes thirty times as long as one of XML."""

    def __init__(self, pack: Element) -> None:
        self.base_url = None
        self.url_fetcher = _NoFiles()
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(pack, content_language=None)
        self.etree_element = pack


class _NoFiles(URLFetcher):
    """Refuses everything but pictures that stand in the page itself: a pack needs no other file."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("data:image/"):
            return super().fetch(url, headers)
        raise FatalURLFetchingError(f"A pack needs no other file, and asks for {url!r}")


@cache
def _fonts() -> FontConfiguration:
    """Return the typefaces that `fonts.conf` names; read from where they lie, they need no temporary folder.

    A typeface that is cut down to the letters used names no time at which that was done.
    """
    os.environ |= {
        "FONTCONFIG_FILE": str(STATIC / "fonts.conf"),
        "XDG_DATA_HOME": str(FONTS),
        "XDG_DATA_DIRS": str(FONTS),  # else fontconfig looks for typefaces in all of /usr/share
        "SOURCE_DATE_EPOCH": "0",
    }
    return FontConfiguration()


@cache
def _style_sheet() -> CSS:
    return CSS(filename=STATIC / "pack.css", url_fetcher=_NoFiles(), font_config=_fonts())


@cache
def _page(paper: Paper, print_size: PrintSize) -> CSS:
    return CSS(string=page_style(paper, print_size), url_fetcher=_NoFiles())
