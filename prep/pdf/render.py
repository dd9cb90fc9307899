"""Renders a drawn pack to PDF/UA with WeasyPrint. Of all processes, only those of `worker` import it.

One font configuration and one parsed style sheet serve the whole process: new ones for each PDF cost
half as much again and leak. Nothing can be fetched, so no request leaves the machine.
"""

import logging
import os
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pydyf
from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, Document
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz_subset
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from prep.checklist.pack import STYLE_SHEETS, Paper, PrintSize, page_style
from prep.paths import FONTS, STATIC
from prep.pdf.attachment import drop_times, take_attachments
from prep.pdf.emoji import patch_engine
from prep.pdf.form_fields import TYPE_SIZE, finish_fields, text_fields_as_boxes

patch_engine()

# its warnings quote letters that no font has, and those come out of a person's name
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

HAS_SUBSET = harfbuzz_subset is not None
"""Whether typefaces can be cut down to the letters used by the library that does so quickly."""


def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as an accessible PDF (PDF/UA-1).

    Raises:
        ParseError: `html` is not well-formed. It has to be XML, too.
    """
    pack = ElementTree.fromstring(html)  # noqa: S314  # our own templates; what was typed is escaped in them
    to_type_in = dict(text_fields_as_boxes(pack))
    attachments = list(take_attachments(pack))

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        finish_fields(pdf, to_type_in, TYPE_SIZE[print_size])
        drop_times(pdf)

    made = _Pack(pack).write_pdf(
        stylesheets=[*_style_sheets(), _page(paper, print_size)],
        font_config=_fonts(),
        pdf_variant="pdf/ua-1",
        attachments=attachments,
        finisher=finish,
    )
    return bytes(made)


def typefaces() -> set[str]:
    """Return the names of the typefaces that a pack can be printed in."""
    found = fontconfig.FcConfigGetFonts(_fonts()._config, fontconfig.FcSetSystem)
    name = ffi.new("FcChar8 **")
    names = set()
    for number in range(found.nfont):
        fontconfig.FcPatternGetString(found.fonts[number], b"family", 0, name)
        names.add(ffi.string(name[0]).decode())
    return names


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

    A typeface that is cut down to the letters used names no time at which that was done. fontconfig, which reads that
    setting too, would take its own list of typefaces for outdated, and write it to disk each time a renderer starts.
    """
    os.environ |= {
        "FONTCONFIG_FILE": str(STATIC / "fonts.conf"),
        "XDG_DATA_HOME": str(FONTS),
        "XDG_DATA_DIRS": str(FONTS),  # else fontconfig looks for typefaces in all of /usr/share
    }
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    fonts = FontConfiguration()
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    return fonts


@cache
def _style_sheets() -> tuple[CSS, ...]:
    return tuple(CSS(filename=STATIC / name, url_fetcher=_NoFiles(), font_config=_fonts()) for name in STYLE_SHEETS)


@cache
def _page(paper: Paper, print_size: PrintSize) -> CSS:
    return CSS(string=page_style(paper, print_size), url_fetcher=_NoFiles())
