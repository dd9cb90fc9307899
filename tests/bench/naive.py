"""The PDF as one first writes it: same words, same engine, nothing shared from one PDF to the next."""

import segno
from weasyprint import CSS, HTML

from prep.checklist.pack import STYLE_SHEETS, Paper, PrintSize, page_style
from prep.paths import FONTS, STATIC

SHEETS = (*(STATIC / name for name in STYLE_SHEETS), __file__.removesuffix("py") + "css")


def drawn(html: str, address: str) -> str:
    """Return the pack with the QR code as one square for each dark module."""
    modules = list(segno.make(address).matrix)
    dark = [(x, y) for y, row in enumerate(modules) for x, one in enumerate(row) if one]
    shapes = "".join(f'<rect x="{x}" y="{y}" width="1" height="1"/>' for x, y in dark)
    box = f'role="img" viewBox="0 0 {len(modules)} {len(modules)}"'
    squares = f'<svg xmlns="http://www.w3.org/2000/svg" class="code" {box}><title>QR</title>{shapes}</svg>'
    return html.replace('<svg xmlns="http://www.w3.org/2000/svg" class="code"', f"{squares}<svg hidden")


def write(html: str) -> bytes:
    """Return the PDF."""
    css = "".join(open(sheet, encoding="utf-8").read() for sheet in SHEETS)  # noqa: PTH123, SIM115
    style = CSS(string=css + page_style(Paper.LETTER, PrintSize.STANDARD), base_url=f"{FONTS}/")
    return HTML(string=html).write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", pdf_forms=True)
