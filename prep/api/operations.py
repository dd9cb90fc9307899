"""The operations of the API: what each takes and gives. Routes, description and the page about them come from here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint, Response
from pydantic import BaseModel

from prep.api.bodies import Bodies

ROOT = "/api/v1"
JSON = "application/json"
TEXT = "text/plain"
PDF = "application/pdf"
FHIR = "application/fhir+json"

api = Blueprint("api", __name__, url_prefix=ROOT)

BODY_FAULTS = (400, 403, 413, 415, 422)
"""Statuses that anything posted may meet."""

NO_PDF = 503
"""Too many PDFs at once, or one that failed."""


View = Callable[..., Response]
"""A function that answers a request; it takes the variable parts of the address."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does."""

    method: str
    path: str
    """As Flask writes it, below the root."""

    name: str
    summary: str
    gives: Mapping[str, type[BaseModel] | None]
    """Media types, and what JSON looks like."""

    takes: Callable[[Bodies], type[BaseModel]] | None
    also: tuple[int, ...]
    """Statuses other than 200 that it can have."""

    @property
    def address(self) -> str:
        """Return its whole path as OpenAPI writes it."""
        return ROOT + self.path.replace("<", "{").replace(">", "}")

    @property
    def takes_as(self) -> tuple[str, ...]:
        """Return the media types of what can be posted, the usual one first."""
        return (FHIR, JSON) if FHIR in self.gives else (JSON,)


OPERATIONS: list[Operation] = []
"""All operations, in the order in which they are described. The modules with views add theirs when imported."""


def gives(path: str, reply: Mapping[str, type[BaseModel] | None], also: tuple[int, ...] = ()) -> Callable[[View], View]:
    """Serve the decorated function as an operation that anyone may ask for, and may keep."""
    return _operation("GET", path, reply, None, (304, *also))


def takes(
    body: Callable[[Bodies], type[BaseModel]],
    path: str,
    reply: Mapping[str, type[BaseModel] | None],
    also: tuple[int, ...] = (),
) -> Callable[[View], View]:
    """Serve the decorated function as an operation on a posted body."""
    return _operation("POST", path, reply, body, (*BODY_FAULTS, *also))


def _operation(
    method: str,
    path: str,
    reply: Mapping[str, type[BaseModel] | None],
    body: Callable[[Bodies], type[BaseModel]] | None,
    also: tuple[int, ...],
) -> Callable[[View], View]:
    def register(view: View) -> View:
        OPERATIONS.append(Operation(method, path, view.__name__, view.__doc__ or "", reply, body, also))
        api.add_url_rule(path, view.__name__, view, methods=[method])
        return view

    return register
