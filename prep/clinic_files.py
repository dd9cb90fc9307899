"""A clinic's logo and colours, as files of our own address."""

from flask import Response, g
from werkzeug.exceptions import NotFound

from prep.site import clinic_files

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
    return response


@clinic_files.get("/colors-<version>.css")
def colors(version: str) -> Response:
    """Give the clinic's colours, under the names that `tokens.css` has for them."""
    if version != g.clinic.colors_version:
        raise NotFound
    light, dark = (_rule(shades) for shades in g.clinic.colors.values())
    return Response(f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n", mimetype="text/css")


def _rule(shades: dict[str, str]) -> str:
    return ":root { " + " ".join(f"--{name}: {color};" for name, color in shades.items()) + " }"
