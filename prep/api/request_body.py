"""Reads a posted body strictly: what does not fit is refused with every reason, never guessed or dropped."""

import json
from collections.abc import Sequence
from typing import TypeVar

from flask import request
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from werkzeug.exceptions import BadRequest, UnprocessableEntity, UnsupportedMediaType

from prep.api.validation_errors import Fault, faults
from prep.i18n import noop as _

JSON = "application/json"
FHIR_JSON = "application/fhir+json"
NOT_JSON = _("The body must be JSON, and Content-Type must say so.")
UNREADABLE = _("The body is not valid JSON.")
TWICE = _("A key stands twice in one object, so that one of its values would be lost.")
UNFIT = _("The body does not fit. “errors” tells where, and what is allowed there.")

Model = TypeVar("Model", bound=BaseModel)


class UnfitError(UnprocessableEntity):
    """The body is JSON and does not fit."""

    def __init__(self, wrong: tuple[Fault, ...]) -> None:
        super().__init__(UNFIT)
        self.wrong = wrong


def read(model: type[Model]) -> Model:
    """Return the body of the current request.

    Raises:
        UnsupportedMediaType: it is not said to be JSON.
        BadRequest: it is none, or a key stands twice in it.
        UnfitError: it does not fit the model.
        RequestEntityTooLarge: it is larger than the app's limit.
    """
    body = request.get_data()
    if request.mimetype not in {JSON, FHIR_JSON}:
        raise UnsupportedMediaType(NOT_JSON)
    _refuse_repeated_keys(body)
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        if error.errors()[0]["type"] == "json_invalid":
            raise BadRequest(UNREADABLE) from error
        raise UnfitError(faults(error, from_json(body))) from error


def _refuse_repeated_keys(body: bytes) -> None:
    """Refuse what one reader of JSON understands otherwise than the next (RFC 8259, section 4)."""
    try:
        json.loads(body, object_pairs_hook=_unique)
    except RepeatedKeyError as error:
        raise BadRequest(TWICE) from error
    except (ValueError, RecursionError) as error:
        raise BadRequest(UNREADABLE) from error


class RepeatedKeyError(Exception):
    """A key stands twice in one object."""


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    if len(found := dict(pairs)) < len(pairs):
        raise RepeatedKeyError
    return found
