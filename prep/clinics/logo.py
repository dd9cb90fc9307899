"""Reads a clinic's logo: a small PNG, JPEG or SVG file beside the clinics file."""

import re
from base64 import b64encode
from dataclasses import dataclass
from errno import EINVAL
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from stat import S_ISREG
from xml.etree import ElementTree

from PIL import Image, UnidentifiedImageError

MAX_BYTES = 100 * 1024
"""A phone loads the logo with every first page, and every PDF holds it."""

MAX_PIXELS = 4_000_000
TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}
SVG_TYPE = "image/svg+xml"

SVG = "{http://www.w3.org/2000/svg}"
LONGEST_SIDE = 100_000
MAX_DRAWN = 2_000
"""Elements of an SVG, each as often as `use` draws it: a few lines can ask for billions."""

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
        content = _content(folder / name)
    except OSError as error:
        raise LogoError(f"{name!r} cannot be read ({error.strerror}); put the file beside this one") from error
    if len(content) > MAX_BYTES:
        raise LogoError(f"{name!r} is larger than {MAX_BYTES // 1024} KB; save it smaller")
    return _drawing(name, content) if content.lstrip()[:1] == b"<" else _photo(name, content)


def _content(path: Path) -> bytes:
    """Return the first bytes of a regular file; to open a pipe could take for ever."""
    if not S_ISREG(path.stat().st_mode):
        raise OSError(EINVAL, "it is no regular file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _photo(name: str, content: bytes) -> Logo:
    try:
        with Image.open(BytesIO(content), formats=list(TYPES)) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise LogoError(f"{name!r} is {width} by {height} pixels; save it smaller")
            picture.load()
            return Logo(content, TYPES[str(picture.format)], width / height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise LogoError(f"{name!r} is far too many pixels; save it smaller") from error
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
    if root.tag != f"{SVG}svg":
        raise LogoError(f"{name!r} is XML, but not an SVG picture")
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE):
        raise LogoError(f"{name!r} needs a viewBox with a width and height between 0 and {LONGEST_SIDE}")
    if _drawn(root) > MAX_DRAWN:
        raise LogoError(f"{name!r} draws more than {MAX_DRAWN} shapes, each use of one counted; save it simpler")
    if any(_loads(element) for element in root.iter()):
        raise LogoError(f"{name!r} loads something from another file; save it with everything inside")
    return Logo(content, SVG_TYPE, width / height)


def _loads(element: ElementTree.Element) -> bool:
    """Return whether a part of a drawing points outside of it, which browsers do not follow and the engine refuses."""
    links = [value for name, value in element.items() if name.rpartition("}")[2] in {"href", "src"}]
    styles = [element.text or "", *element.attrib.values()]
    return any(not link.startswith(("#", "data:image/")) for link in links) or any(map(_LOADS.search, styles))


def _drawn(root: ElementTree.Element) -> int:
    """Return how many elements are drawn: what `use` refers to counts each time, up to just over the limit."""
    named = {id_: element for element in root.iter() if (id_ := element.get("id"))}

    def count(element: ElementTree.Element, room: int) -> int:
        found = 1
        links = [value for key, value in element.items() if key.rpartition("}")[2] == "href"]
        used = [named[link[1:]] for link in links if element.tag == f"{SVG}use" and link[1:] in named]
        for inner in (*element, *used):
            if found > room:
                break
            found += count(inner, room - found)
        return found

    try:
        return count(root, MAX_DRAWN)
    except RecursionError:  # an element that uses itself
        return MAX_DRAWN + 1
