"""Renders page templates with what every page needs: its language, its clinic and the nonce of its scripts."""

import re
from functools import partial

from flask import g, request
from markupsafe import Markup

from prep.checklist.view_models import ChecklistQuestion
from prep.clinics.models import to_dial
from prep.templating import draw
from prep.web import shared_computer
from prep.web.blueprints import CLINIC_PAGES, pages
from prep.web.middleware.csp_nonce import nonce
from prep.web.shared_computer import is_shared
from prep.web.site import current_site
from prep.web.urls import absolute_url, url_for_page

FORMS = {f"{mount}.{view}" for mount in (pages.name, CLINIC_PAGES) for view in ("form", "shared_form", "next_patient")}
"""What people fill in: a page that only informs opens beside it."""


_INDENTED = re.compile(r"(<(?:textarea|pre)\b.*?</(?:textarea|pre)>)|\n\s+", re.DOTALL)
"""Spaces at the beginning of lines; where they count, what holds them is the group."""


def render_page(template: str, **values: object) -> str:
    """Return the template drawn in the language and the colours of the current request."""
    page = draw(
        template,
        g.translator,
        url_for=url_for_page,
        nonce=nonce(),
        clinic=g.clinic,
        to_dial=to_dial,
        is_framed=is_framed(),
        is_shared=is_shared(),
        shared_computer=shared_computer,
        holds_answers=request.method == "POST" or request.endpoint in FORMS,
        start_address=absolute_url(url_for_page("pages.start")),
        background=_background,
        offers=partial(current_site().backgrounds.offers, g.translator),
        **values,
    )
    return _without_indentation(page) if template.endswith(".html") else page


def _without_indentation(page: str) -> str:
    """Return the page without spaces at the beginning of its lines: a phone loads a thousand of them for nothing."""
    return _INDENTED.sub(lambda found: found[1] or "\n", page)


def is_framed() -> bool:
    """Return whether the browser says that the page will stand in a frame; older ones say nothing."""
    return request.headers.get("Sec-Fetch-Dest") == "iframe"


def _background(question: ChecklistQuestion) -> Markup:
    return current_site().backgrounds.of(question, g.translator)
