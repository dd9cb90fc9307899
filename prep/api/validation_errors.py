"""Says what is wrong with a posted body: which field, and what is allowed there. What was sent is not repeated."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError
from pydantic_core import ErrorDetails

MOST_TOLD = 40
"""The longest choice that an error spells out. The ids of all questions would be a screenful."""

_CHOICES = {"literal_error": "expected", "enum": "expected", "union_tag_invalid": "expected_tags"}
"""Kinds of errors about something that is none of a choice, and where they keep the choice."""


class Fault(BaseModel):
    """One thing that is wrong."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    pointer: str
    """Where: a JSON Pointer into the body (RFC 6901, as a fragment)."""

    detail: str
    allowed: tuple[str, ...] | None = None
    """What can stand there, if that is a short list."""


class ProblemDetails(BaseModel):
    """An error (RFC 9457)."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    type: str
    status: int
    title: str
    detail: str | None = None
    errors: tuple[Fault, ...] | None = None
    """What is wrong with the body, field by field."""


def faults(error: ValidationError, sent: JsonValue) -> tuple[Fault, ...]:
    """Return what is wrong with `sent`, each place once."""
    found: dict[str, Fault] = {}
    for one in error.errors(include_url=False, include_input=False):
        pointer = "#" + "".join(f"/{step}" for step in _steps(one, sent))
        found.setdefault(pointer, _fault(pointer, one))
    return tuple(found.values())


def _fault(pointer: str, error: ErrorDetails) -> Fault:
    kind = error["type"]
    if kind in _CHOICES:
        allowed = tuple(re.findall(r"'([^']+)'", error["ctx"][_CHOICES[kind]]))
        if len(allowed) > MOST_TOLD:
            return Fault(pointer=pointer, detail="No question has this id. GET /api/v1/bank lists all.")
        return Fault(pointer=pointer, detail=f"Must be one of: {', '.join(allowed)}.", allowed=allowed)
    said = {
        "missing": "Is missing.",
        "too_short": "Needs at least one.",
        "model_type": "Must be an object.",
        "union_tag_not_found": "Is missing.",
        "extra_forbidden": "There is no such field.",
        "date_parsing": "Must be a day, such as 2026-11-24.",
        "date_type": "Must be a day, such as 2026-11-24.",
        "date_from_datetime_parsing": "Must be a day, such as 2026-11-24.",
    }
    if kind == "too_long":
        return Fault(pointer=pointer, detail=f"Takes at most {error['ctx']['max_length']}.")
    return Fault(pointer=pointer, detail=said.get(kind, f"{error['msg']}."))


def _steps(error: ErrorDetails, sent: JsonValue) -> Iterator[str]:
    """Yield the way to the fault. pydantic also names the models that it tries on the way; these are left out."""
    here = sent
    for step in error["loc"]:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int):
            here = here[step]
        elif not (error["type"] == "missing" and step == error["loc"][-1]):
            continue
        yield quote(str(step).replace("~", "~0").replace("/", "~1"), safe="~")
    if error["type"].startswith("union_tag"):
        yield "linkId"
