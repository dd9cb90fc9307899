"""What every operation of the API shares: language, headers, errors, and replies that callers may keep."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from flask import Flask, Response, current_app, g, request
from pydantic import BaseModel

from prep.api import cors
from prep.api.bodies import Bodies, bodies
from prep.api.examples import examples
from prep.api.operations import JSON, OPERATIONS, api
from prep.api.request_body import UnfitError
from prep.bank.bank import Bank
from prep.i18n import preferred
from prep.pdf.errors import NoPdfError
from prep.pdf.pool import RETRY_AFTER
from prep.web.problem_json import problem
from prep.web.site import current_site


@dataclass(frozen=True)
class Interface:
    """What the API takes for a bank, and how it describes itself; made when it is first asked for."""

    bank: Bank
    languages: Collection[str]
    clinics: Collection[str]

    @cached_property
    def bodies(self) -> Bodies:
        """What can be posted."""
        return bodies(self.bank, self.languages, self.clinics)

    @cached_property
    def examples(self) -> Mapping[str, object]:
        """An example of what can be posted, by the name of the operation."""
        return examples(self.bank)

    @cached_property
    def description(self) -> str:
        """The OpenAPI document."""
        from prep.api.openapi import description  # here, because its library takes long to load, and few ask for it

        return description(OPERATIONS, self.bank, self.bodies, self.examples)


def init_api(app: Flask) -> None:
    """Let `app` serve the API for the bank and languages of its site."""
    app.register_blueprint(api)


def interface() -> Interface:
    """Return the API for the bank and the clinics served just now; it changes when they are read again."""
    now, known = current_site(), current_app.extensions.get("prep.api")
    clinics = tuple(now.clinics)
    if known is None or known.bank is not now.bank or known.clinics != clinics:
        known = current_app.extensions["prep.api"] = Interface(now.bank, tuple(now.languages), clinics)
    return cast("Interface", known)


@api.before_request
def choose_language() -> None:
    """Speak the language that the caller likes best; a body may name another."""
    speak(preferred(request.accept_languages.values(), tuple(current_site().languages)))


def speak(lang: str | None) -> None:
    """Reply in this language, if any is named."""
    if lang:
        g.translator = current_site().languages[lang]


@api.after_request
def say_how(response: Response) -> Response:
    """Say in which language the reply is, and who may read it."""
    response.vary.add("Accept-Language")
    response.content_language.add(g.translator.lang)
    return cors.allow(response)


def kept(content: BaseModel | str, kind: str = JSON) -> Response:
    """Return what holds nothing of a person: callers may keep it, and ask whether it is still the same."""
    text = content if isinstance(content, str) else content.model_dump_json()
    response = Response(text, content_type=kind)
    response.headers["Cache-Control"] = "no-cache"  # kept, and asked about each time
    response.add_etag()
    response.make_conditional(request)
    return response


def sent(content: BaseModel) -> Response:
    """Return what was made from someone's answers."""
    return Response(content.model_dump_json(), content_type=JSON)


@api.errorhandler(UnfitError)
def tell_faults(error: UnfitError) -> Response:
    """Say what is wrong with a body, field by field."""
    wrong = [fault.model_dump(exclude_none=True) for fault in error.wrong]
    return problem(422, error.name, detail=g.translator.gettext(error.description), errors=wrong)


@api.errorhandler(NoPdfError)
def tell_no_pdf(error: NoPdfError) -> Response:
    """Say that no PDF came of it this time."""
    response = problem(503, "Service Unavailable", detail=str(error))
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
