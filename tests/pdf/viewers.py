"""Types into PDFs with Poppler, MuPDF and pdf.js, which most viewers are made of, and reads what they then draw."""

import json
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pymupdf

HERE = Path(__file__).parent
DEBIANS_PYTHON = "/usr/bin/python3"
PDF_JS = Path("/usr/share/javascript/pdf/build")

Typed = Mapping[str, str]
"""What is typed, by the name of the field."""


def type_in_poppler(content: bytes, typed: Typed) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder, "pack.pdf")
        file.write_bytes(content)
        command = [DEBIANS_PYTHON, HERE / "type_in_poppler.py", file]
        subprocess.run(command, input=json.dumps(typed), text=True, check=True)
        return file.with_suffix(".typed.pdf").read_bytes()


def type_in_mupdf(content: bytes, typed: Typed) -> bytes:
    with pymupdf.open(stream=content) as pdf:
        for page in pdf:
            for field in page.widgets():
                if field.field_name in typed:
                    field.field_value = typed[field.field_name]
                    field.update()
        return pdf.tobytes()


def type_in_pdf_js(chromium, content: bytes, typed: Typed) -> bytes:
    page = chromium.new_page()
    for script in ("pdf.js", "pdf.worker.js"):
        page.add_script_tag(path=PDF_JS / script)
    written = page.evaluate((HERE / "type_in_pdf_js.js").read_text(), [b64encode(content).decode(), typed])
    page.close()
    return b64decode(written)


@dataclass(frozen=True)
class Drawn:
    """What can be read in a field."""

    text: str
    size: float

    @property
    def words(self) -> list[str]:
        return self.text.split()


def drawn_in(content: bytes, name: str) -> Drawn:
    """Read the letters that are drawn in the field `name`, but for those that its box cuts off."""
    with pymupdf.open(stream=content) as pdf:
        [(number, box)] = [(page.number, one.rect) for page in pdf for one in page.widgets() if one.field_name == name]
        pdf.bake()  # what was drawn for the fields becomes part of the page
        blocks = pdf[number].get_text("rawdict")["blocks"]
    lines = [line for block in blocks for line in block.get("lines", ()) if box.intersects(line["bbox"])]
    spans = [span for line in lines for span in line["spans"]]
    letters = [[one["c"] for one in span["chars"] if _is_whole(one, span["size"], box)] for span in spans]
    return Drawn(" ".join(map("".join, letters)), min(span["size"] for span in spans))


def _is_whole(letter: dict, size: float, box: pymupdf.Rect) -> bool:
    """Return whether the box cuts nothing of a letter from the top of "d" to the bottom of "g", and at most its edge.

    Poppler lets a full line of a room stand out by up to two points, and pdf.js by one.
    """
    foot = letter["origin"][1]
    left, _top, right, _bottom = letter["bbox"]
    is_between = box.x0 <= left and (left + right) / 2 <= box.x1
    return is_between and box.y0 <= foot - 0.72 * size and foot + 0.21 * size <= box.y1
