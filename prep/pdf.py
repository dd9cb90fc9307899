"""Turns a drawn pack into a PDF. The only module that knows WeasyPrint.

One font configuration and one parsed style sheet serve the whole process: new ones for each PDF cost
half as much again and leak. Nothing but the bundled typeface can be fetched, so no request leaves the
machine.
"""

import logging
from functools import cache

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from prep.pack import Paper, PrintSize
from prep.paths import FONTS, STATIC

# its warnings quote letters that no font has, and those come out of a person's name
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

TYPEFACE = "font:"
"""How the style sheet addresses a file of the bundled typeface."""

_TYPED = {PrintSize.STANDARD: 12, PrintSize.LARGE: 18}
"""The size, in points, of what is typed into the PDF."""


def page_style(paper: Paper, print_size: PrintSize) -> str:
    """Return the rule that says how large the sheet is, and which margins of `pack.css` it has."""
    return f"@page {{ size: {paper.value} }} body {{ page: {print_size.value} }}"


def render(html: str, paper: Paper, print_size: PrintSize) -> bytes:
    """Return the pack as an accessible PDF (PDF/UA-1)."""
    document = HTML(string=html, url_fetcher=_OwnFilesOnly())

    def finish(_document: Document, pdf: pydyf.PDF) -> None:
        _make_fields_work_everywhere(pdf, _TYPED[print_size])

    made = document.write_pdf(
        stylesheets=[_style_sheet(), _page(paper, print_size)],
        font_config=_fonts(),
        pdf_variant="pdf/ua-1",
        finisher=finish,
    )
    return bytes(made)


def _make_fields_work_everywhere(pdf: pydyf.PDF, size: int) -> None:
    """Let every viewer show ticks and typed words.

    The engine leaves drawing to the viewer, without a font to do it in: then Poppler shows no tick. And it names
    our typeface for typing, of which the file holds only the letters that are printed. Every viewer has Helvetica.
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
    for field in pdf.objects:
        if isinstance(field, pydyf.Dictionary) and field.get("FT") == "/Tx":
            field["DA"] = pydyf.String(f"/Helv {size} Tf 0 g")


class _OwnFilesOnly(URLFetcher):
    """Serves the typeface's files and refuses everything else."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
        name = url.removeprefix(TYPEFACE)
        if url == TYPEFACE + name and name in {path.name for path in FONTS.iterdir()}:
            return URLFetcherResponse(url, (FONTS / name).read_bytes())
        raise FatalURLFetchingError(f"A sheet may use nothing but the bundled typeface, not {url!r}")


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _style_sheet() -> CSS:
    return CSS(filename=STATIC / "pack.css", url_fetcher=_OwnFilesOnly(), font_config=_fonts())


@cache
def _page(paper: Paper, print_size: PrintSize) -> CSS:
    return CSS(string=page_style(paper, print_size), url_fetcher=_OwnFilesOnly())
