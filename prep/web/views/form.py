"""The first step: the form, empty, filled in, or with something to check."""

from secrets import token_hex

from flask import Response, g, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from prep.checklist.conflicts import Conflict
from prep.i18n import noop as _
from prep.i18n import preferred
from prep.web.blueprints import pages, whole_site
from prep.web.forms.fit_better import take_in_named
from prep.web.forms.form_body import posted
from prep.web.forms.list_editor import PASSING
from prep.web.forms.patient_form import PatientForm
from prep.web.forms.screens import screens
from prep.web.middleware.security_headers import FORGET
from prep.web.middleware.static_files import FOR_GOOD
from prep.web.pages import render_page
from prep.web.problem_json import problem, wants_json
from prep.web.shared_computer import is_shared, share
from prep.web.site import current_site, languages_of
from prep.web.urls import url_for_page

PLEASE_CHECK = _("Please check these answers")

MAY_BE_SHOWN_AGAIN = "no-cache"
"""Lets Back show the empty form as it was left; for a visit anew it is asked for anew."""

KEPT = ("list_", "words_", "pack_", "as_is")
"""How the names begin of what the list page sends and the form page keeps for it."""

NOT_KEPT = PASSING | {"list_for"}
"""Of these, what belongs to one press, and the form asks anew whom the list is for."""


@pages.get("/")
def start() -> AnyResponse:
    """Lead to the form in the language that the browser prefers."""
    lang = preferred(request.accept_languages.values(), languages_of(g.clinic))
    answer = redirect(url_for_page("pages.form", lang=lang))
    answer.vary.add("Accept-Language")
    return answer


@pages.get("/<lang>/")
def form() -> Response:
    """Show the form: empty, or with the answers that a clinic has ticked for its patients.

    It holds nothing of a person, so the browser may keep it while they are here: Back then finds what they filled in.
    """
    return _blank(form_page(_empty(), MultiDict()))


@pages.get("/<lang>/shared")
def shared_form() -> str:
    """Show the empty form to someone on a shared computer: Back never finds it filled in."""
    share()
    return form_page(_empty(), MultiDict())


@whole_site.get("/offers-<version>.css")
def offers(version: str) -> Response:
    """Give the rules that hide what does not fit the answers given so far."""
    rules = current_site().offer_rules
    if version != rules.version:
        raise NotFound
    response = Response(rules.text, mimetype="text/css")
    response.headers["Cache-Control"] = FOR_GOOD
    return response


@pages.get("/<lang>/next")
def next_patient() -> Response:
    """Show the form for the next person at a desk: nothing of the last one, and the focus on the first field.

    It has an address of its own, so that a link to it opens it anew from the form, too. The browser forgets the pages
    before it: without scripts they hold the last person's answers.
    """
    response = _blank(form_page(_empty(), MultiDict(), is_next=True))
    response.headers["Clear-Site-Data"] = FORGET
    return response


def _blank(page: str) -> Response:
    """Let the browser show an empty form again as it was left, but on a shared computer."""
    response = Response(page)
    if not is_shared():
        response.headers["Cache-Control"] = MAY_BE_SHOWN_AGAIN
    return response


def _empty() -> PatientForm:
    return current_site().form(data=g.clinic.answers)


@pages.post("/<lang>/")
def change_answers() -> str:
    """Show the form as it was filled in, to be changed."""
    sent = posted()
    take_in_named(sent, current_site().bank)
    return form_page(current_site().form(sent), sent)


def form_page(
    filled: PatientForm, sent: MultiDict[str, str], to_ask: tuple[Conflict, ...] = (), *, is_next: bool = False
) -> str:
    """Return the form, with all that the patient made of their list kept in hidden fields."""
    kept = [pair for pair in sent.items(multi=True) if pair[0].startswith(KEPT) and pair[0] not in NOT_KEPT]
    site = current_site()
    filled.offer_no_answer(g.clinic.answers)
    return render_page(
        "form.html",
        bank=site.bank,
        offer_rules=site.offer_rules,
        form=filled,
        kept=kept,
        to_ask=to_ask,
        is_next=is_next,
        screens=screens(site.bank),
        sample=site.sample(g.translator),
        drawn=token_hex(4),
        is_blank=not sent,
        is_whole=bool(sent) or is_next or is_shared(),
    )


def please_check(filled: PatientForm, sent: MultiDict[str, str]) -> Response:
    """Show the form as it was filled in, with what to change in it."""
    if wants_json():
        wrong = {field.name: g.translator.gettext(field.errors[0]) for field in filled if field.errors}
        return problem(422, g.translator.gettext(PLEASE_CHECK), errors=wrong)
    return Response(form_page(filled, sent), 422)
