"""Reads a clinic's logo: a small PNG, JPEG or SVG file beside the clinics file."""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

MAX_BYTES = 100 * 1024
"""A phone loads the logo with every first page, and every PDF holds it."""

MAX_PIXELS = 4_000_000
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
SVG_TYPE = "image/svg+xml"

_LOADS = re.compile(r"@import|url\(\s*[\"']?(?!#|data:image/|\s|[\"'])", re.IGNORECASE)
_ONE_NAME = re.compile(r"[^/\\\0]+")


class LogoError(Exception):
    """The logo cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that is served from our own address and drawn into PDFs."""

    content: bytes
    mimetype: str
    ratio: float
    """Width by height."""

    @property
    def version(self) -> str:
        """Return a name for exactly this picture, so that browsers may keep it."""
        return sha256(self.content).hexdigest()[:12]

    @property
    def data_url(self) -> str:
        """Return the picture as an address that holds it, for a PDF: nothing is fetched for it."""
        return f"data:{self.mimetype};base64,{b64encode(self.content).decode()}"


def read(name: str, folder: Path) -> Logo:
    """Return the logo in the file `name` in `folder`.

    Raises:
        LogoError: there is no such file, or it is no small picture.
    """
    if not _ONE_NAME.fullmatch(name) or name.startswith("."):
        raise LogoError(f"{name!r} is not the name of a file beside this one")
    try:
        with (folder / name).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise LogoError(f"{name!r} cannot be read ({error.strerror}); put the file beside this one") from error
    if len(content) > MAX_BYTES:
        raise LogoError(f"{name!r} is larger than {MAX_BYTES // 1024} KB; save it smaller")
    return _drawing(name, content) if content.lstrip()[:1] == b"<" else _photo(name, content)


def _photo(name: str, content: bytes) -> Logo:
    try:
        with Image.open(BytesIO(content), formats=list(TYPES)) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise LogoError(f"{name!r} is {width} by {height} pixels; save it smaller")
            picture.load()
            return Logo(content, TYPES[str(picture.format)], width / height)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise LogoError(f"{name!r} is no PNG, JPEG or SVG picture that can be read") from error


def _drawing(name: str, content: bytes) -> Logo:
    """Accept any SVG that loads nothing. Scripts do no harm: it is only ever shown as a picture, where none runs."""
    try:
        root = ElementTree.fromstring(content)  # noqa: S314  # the operator's own small file; expat stops entity bombs
        _x, _y, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    except ElementTree.ParseError as error:
        raise LogoError(f"{name!r} is no SVG that can be read: {error}") from error
    except ValueError as error:
        raise LogoError(f"{name!r} needs a viewBox of four numbers, so that it can be drawn in any size") from error
    if root.tag != "{http://www.w3.org/2000/svg}svg" or width <= 0 or height <= 0:
        raise LogoError(f"{name!r} is XML, but not an SVG picture")
    if any(_loads(element) for element in root.iter()):
        raise LogoError(f"{name!r} loads something from another file; save it with everything inside")
    return Logo(content, SVG_TYPE, width / height)


def _loads(element: ElementTree.Element) -> bool:
    """Return whether a part of a drawing points outside of it, which browsers do not follow and the engine refuses."""
    links = [value for name, value in element.items() if name.rpartition("}")[2] in {"href", "src"}]
    styles = [element.text or "", *element.attrib.values()]
    return any(not link.startswith(("#", "data:image/")) for link in links) or any(map(_LOADS.search, styles))
