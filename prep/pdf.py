"""Turns a drawn sheet into a PDF. The only module that knows WeasyPrint.

One font configuration and one parsed style sheet serve the whole process: new ones for each PDF cost
half as much again and leak. Nothing but the bundled typeface can be fetched, so no request leaves the
machine.
"""

import logging
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from prep.pack import Paper
from prep.paths import FONTS, STATIC

# its warnings quote letters that no font has, and those come out of a person's name
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)

TYPEFACE = "font:"
"""How the style sheet addresses a file of the bundled typeface."""


def render(html: str, paper: Paper) -> bytes:
    """Return the sheet as an accessible PDF (PDF/UA-1)."""
    document = HTML(string=html, url_fetcher=_OwnFilesOnly())
    pdf = document.write_pdf(
        stylesheets=[_style_sheet(), _page_size(paper)], font_config=_fonts(), pdf_variant="pdf/ua-1"
    )
    return bytes(pdf)


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
    return CSS(filename=STATIC / "sheet.css", url_fetcher=_OwnFilesOnly(), font_config=_fonts())


@cache
def _page_size(paper: Paper) -> CSS:
    return CSS(string=f"@page {{ size: {paper.value} }}", url_fetcher=_OwnFilesOnly())
