"""The API's description, for programs and for people."""

import json

from flask import Response, g, url_for

from prep.api.operations import OPERATIONS, api
from prep.api.service import interface, kept
from prep.i18n import ENGLISH
from prep.web.pages import render_page
from prep.web.site import current_site
from prep.web.urls import absolute_url


@api.get("/openapi.json")
def openapi() -> Response:
    """Give the OpenAPI document."""
    return kept(interface().description)


@api.get("/")
def reference() -> str:
    """Show the operations with an example of each. It is in English, as the description itself."""
    g.translator = current_site().languages[ENGLISH]
    return render_page(
        "api.html",
        operations=OPERATIONS,
        examples={name: json.dumps(one, indent=2) for name, one in interface().examples.items()},
        fields=current_site().bank.fields,
        base=absolute_url(""),
        description=url_for("api.openapi"),
    )
