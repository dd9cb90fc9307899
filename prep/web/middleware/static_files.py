"""Serves `static/` under fingerprinted names, compressed beforehand.

A name such as `screen.1a2b3c4d.css` never means anything else, so browsers keep it for good. The plain name works
too, for a shorter time. All is read, named and compressed once, when the first application is made: no build step, and
nothing is written, so that it works on a read-only disk.
"""

import gzip
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from mimetypes import MimeTypes
from pathlib import Path

import brotli
import rcssmin
import rjsmin
from flask import Flask, Response, request
from werkzeug.exceptions import NotFound

from prep.paths import STATIC

ENDPOINT = "static"
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"

_FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.[a-z]+$)")
_KINDS = MimeTypes()  # Python's own table: what the machine's files say could differ from one to the next


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file as it is sent."""

    fingerprinted: str
    """Its name with eight digits that stand for its content."""

    kind: str
    """Its media type."""

    encoded: Mapping[str, bytes]
    """Its bytes by content encoding, the one we like best first."""


def init_static_files(app: Flask) -> None:
    """Let `app` serve the files, and `url_for("static", filename="screen.css")` name them with their fingerprint."""
    _files()

    @app.url_defaults
    def fingerprint(endpoint: str, values: dict[str, str]) -> None:
        if endpoint == ENDPOINT:
            values["filename"] = _files()[values["filename"]].fingerprinted

    @app.get("/static/<path:filename>", endpoint=ENDPOINT)
    def static_file(filename: str) -> Response:
        """Send a file; one of another version's name, as while servers are renewed in turn, as it is here."""
        file = _files().get(_FINGERPRINT.sub("", filename))
        if file is None:
            raise NotFound
        encoding = request.accept_encodings.best_match(file.encoded, default="identity")
        response = Response(file.encoded[encoding], mimetype=file.kind)
        if encoding != "identity":
            response.content_encoding = encoding
        response.vary.add("Accept-Encoding")
        response.set_etag(f"{file.fingerprinted}-{encoding}")
        response.headers["Cache-Control"] = FOR_GOOD if filename == file.fingerprinted else FOR_AN_HOUR
        response.make_conditional(request)
        return response


_SHORTENED: Mapping[str, Callable[[bytes], bytes]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}
"""How a file is written without comments and spare spaces: phones load each before they show a page."""


@cache
def _files() -> Mapping[str, StaticFile]:
    return {path.name: _read(path) for path in STATIC.iterdir()}


def _read(path: Path) -> StaticFile:
    content = _SHORTENED.get(path.suffix, bytes)(path.read_bytes())
    encoded = {"br": brotli.compress(content), "gzip": gzip.compress(content, mtime=0), "identity": content}
    return StaticFile(
        fingerprinted=f"{path.stem}.{sha256(content).hexdigest()[:8]}{path.suffix}",
        kind=_KINDS.guess_type(path.name)[0] or "application/octet-stream",
        encoded=encoded,
    )
