"""The PDF as one first writes it: same words, same engine, nothing shared from one PDF to the next."""

import segno
from weasyprint import CSS, HTML

from prep.pack import page_style
from prep.paths import FONTS, STATIC
from tests.bench.people import PACK, drawn
from tests.paper import ADDRESS

SHEETS = (STATIC / "pack.css", __file__.removesuffix("py") + "css")


def write() -> bytes:
    """Return the PDF."""
    css = "".join(open(sheet, encoding="utf-8").read() for sheet in SHEETS)  # noqa: PTH123, SIM115
    html = drawn().replace('<svg class="code"', f"{squares()}<svg hidden")
    style = CSS(string=css + page_style(PACK.paper, PACK.print_size), base_url=f"{FONTS}/")
    return HTML(string=html).write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", pdf_forms=True)


def squares() -> str:
    """Return the QR code as one square for each dark module."""
    modules = list(segno.make(ADDRESS).matrix)
    dark = [(x, y) for y, row in enumerate(modules) for x, one in enumerate(row) if one]
    shapes = "".join(f'<rect x="{x}" y="{y}" width="1" height="1"/>' for x, y in dark)
    return f'<svg class="code" role="img" viewBox="0 0 {len(modules)} {len(modules)}"><title>QR</title>{shapes}</svg>'
