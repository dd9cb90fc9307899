"""Liveness (`/healthz`) and readiness (`/readyz`), for whoever runs the server."""

from flask import Response

from prep.pdf.errors import NoPdfError
from prep.web.blueprints import whole_site
from prep.web.site import current_site


@whole_site.get("/healthz")
def healthz() -> Response:
    """Tell an operator that the application answers."""
    return Response("ok\n", mimetype="text/plain")


@whole_site.get("/readyz")
def readyz() -> Response:
    """Tell an operator whether a PDF can be made just now. None is made for it."""
    try:
        current_site().pdf.check()
    except NoPdfError as error:
        return Response(f"{error}\n", 503, mimetype="text/plain")
    return Response("ok\n", mimetype="text/plain")
