"""Pages about the site itself, and the small files that browsers and search engines ask every site for."""

from datetime import UTC, datetime, timedelta

from flask import Response, g, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from prep.bank.cited_sources import cited_sources
from prep.checklist.answers import MAX_TEXT
from prep.text import tidy
from prep.web.blueprints import pages, whole_site
from prep.web.forms.form_body import posted
from prep.web.middleware.security_headers import FORGET
from prep.web.pages import render_page
from prep.web.shared_computer import share
from prep.web.site import current_site
from prep.web.urls import absolute_url

SECURITY_VALID_DAYS = 180
"""How long what `security.txt` says may be relied on. The standard, RFC 9116, asks for less than a year."""

FEW_SOURCES = 12
"""Up to so many, topics come unfolded."""


@pages.get("/<lang>/privacy")
def privacy() -> str:
    """Say what happens to answers: nothing."""
    return render_page("privacy.html")


@pages.get("/<lang>/sources")
def sources() -> str:
    """List what the questions are drawn from, by topic."""
    return _sources("")


@pages.post("/<lang>/sources")
def find_sources() -> str:
    """List the sources that hold what was typed. It is posted, for an address would keep what someone looks for."""
    return _sources(tidy(posted().get("source_find", ""))[:MAX_TEXT].strip())


def _sources(find: str) -> str:
    bank = current_site().bank
    return render_page(
        "sources.html", bank=bank, find=find, few=FEW_SOURCES, found=cited_sources(bank, g.translator, find)
    )


@pages.get("/<lang>/accessibility")
def accessibility() -> str:
    """Say what was tested, and how to tell us what does not work."""
    return render_page("accessibility.html")


@pages.get("/<lang>/cleared")
def cleared() -> Response:
    """Say that everything is cleared, and let the browser forget the pages before."""
    return _forgotten("cleared.html")


@pages.get("/<lang>/shared/cleared")
def shared_cleared() -> Response:
    """Say so on a shared computer, which it stays for the next person."""
    share()
    return cleared()


@pages.get("/<lang>/left")
def left() -> Response:
    """Show a page that says nothing, to someone who had to leave quickly."""
    return _forgotten("left.html")


def _forgotten(template: str) -> Response:
    response = Response(render_page(template))
    response.headers["Clear-Site-Data"] = FORGET
    return response


@whole_site.get("/forget.svg")
def forget() -> Response:
    """Ask the browser to forget the pages left behind, so that Back does not show the last person's answers.

    Pages with scripts see to it themselves (`static/forget.js`), and never load this picture: for this
    header browsers empty their whole cache, which can take seconds.
    """
    response = Response('<svg xmlns="http://www.w3.org/2000/svg"/>', mimetype="image/svg+xml")
    response.headers["Clear-Site-Data"] = FORGET
    return response


@whole_site.get("/favicon.ico")
def icon() -> AnyResponse:
    """Give the picture that browsers ask for where a plain text cannot name it."""
    return redirect(url_for("static", filename="icon.svg"))


@whole_site.get("/robots.txt")
def robots() -> Response:
    """Let search engines list every page. A list of questions has no address: it is the reply to a post."""
    return Response("User-agent: *\nAllow: /\n", mimetype="text/plain")


@whole_site.get("/.well-known/security.txt")
def security_txt() -> Response:
    """Say where a hole can be reported (RFC 9116), where whoever runs this has said so."""
    contact = current_site().security_contact
    if not contact:
        raise NotFound
    expires = (datetime.now(UTC) + timedelta(days=SECURITY_VALID_DAYS)).replace(microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute_url(request.path)}",
    ]
    return Response("\n".join([*lines, ""]), mimetype="text/plain")
