"""What a clinic's pages are made of, beside words: its logo and colours, and the script that puts them in a frame."""

from flask import Response, g
from werkzeug.exceptions import NotFound

from prep.paths import STATIC
from prep.web.blueprints import clinic_files, whole_site

FOR_AN_HOUR = "public, max-age=3600"
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""For a picture that is opened by itself: an SVG may style itself, and no script in it ever runs."""


@clinic_files.get("/logo-<version>")
def logo(version: str) -> Response:
    """Give the clinic's logo."""
    picture = g.clinic.logo
    if picture is None or picture.version != version:
        raise NotFound
    response = Response(picture.content, mimetype=picture.mimetype)
    response.headers["Content-Security-Policy"] = PICTURE_POLICY
    response.headers["Cache-Control"] = FOR_AN_HOUR
    return response


@clinic_files.get("/colors-<version>.css")
def colors(version: str) -> Response:
    """Give the clinic's colours, under the names that `tokens.css` has for them."""
    if version != g.clinic.colors_version:
        raise NotFound
    light, dark = (_rule(shades) for shades in g.clinic.colors.values())
    response = Response(f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n", mimetype="text/css")
    response.headers["Cache-Control"] = FOR_AN_HOUR
    return response


@whole_site.get("/embed.js")
def embed() -> Response:
    """Give the script that a clinic's own site loads, at an address that never changes."""
    response = Response((STATIC / "embed.js").read_bytes(), mimetype="text/javascript")
    response.headers["Cache-Control"] = FOR_AN_HOUR
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _rule(shades: dict[str, str]) -> str:
    return "html:root { " + " ".join(f"--{name}: {color};" for name, color in shades.items()) + " }"
