"""Compresses pages on their way out, so that a first visit is small with no proxy in front.

Compression beside a secret can betray it (BREACH): its length tells an attacker how near a guess is. Our pages hold
no secret: no token, no session, and a person's answers only in reply to a post that another site cannot make.
"""

from flask import Flask
from flask_compress import Compress

SETTINGS = {
    "COMPRESS_MIMETYPES": [
        "text/css",
        "text/html",
        "text/plain",
        "application/json",
        "application/problem+json",
        "application/fhir+json",
    ],
    "COMPRESS_ALGORITHM": ["br", "gzip"],
    # beyond these levels a page costs much more time than it saves
    "COMPRESS_BR_LEVEL": 4,
    "COMPRESS_LEVEL": 6,
    "COMPRESS_MIN_SIZE": 1000,
    "COMPRESS_STREAMS": False,
}


def init_compression(app: Flask) -> None:
    """Let `app` compress what people read, as far as their browser says that it can read it."""
    app.config.update(SETTINGS)
    Compress(app)
