"""Describes the API as an OpenAPI 3.1 document, from the same models that read and write it."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from importlib.metadata import version

from openapi_pydantic import OpenAPI
from openapi_pydantic.util import PydanticSchema, construct_open_api_with_schema_class

from prep.api.bodies import Bodies
from prep.api.dynamic_types import narrowed
from prep.api.operations import Operation
from prep.api.validation_errors import ProblemDetails
from prep.bank.bank import Bank

PROBLEM = narrowed("Problem", ProblemDetails, {})
"""Callers' programs know the schema by this name."""

ABOUT = (
    "Lists of questions for a visit with the care team. Stateless: nothing that is posted is kept, and answers travel"
    " in bodies only. It helps people ask; it answers nothing and advises nothing. Replies are in the language that"
    " `lang` in the body names, else in the one that `Accept-Language` prefers of those there are."
)


def description(operations: Iterable[Operation], bank: Bank, bodies: Bodies, examples: Mapping[str, object]) -> str:
    """Return the document as JSON."""
    paths: dict[str, dict[str, object]] = {}
    for one in operations:
        paths.setdefault(one.address, {})[one.method.lower()] = _operation(one, bank, bodies, examples)
    document = OpenAPI.model_validate(
        {
            "openapi": "3.1.1",
            "info": {"title": "Visit Prep", "version": version("visit-prep"), "description": ABOUT},
            "paths": paths,
        }
    )
    described = construct_open_api_with_schema_class(document)
    return described.model_dump_json(by_alias=True, exclude_unset=True, indent=2)


def _operation(one: Operation, bank: Bank, bodies: Bodies, examples: Mapping[str, object]) -> dict[str, object]:
    told: dict[str, object] = {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [*_path(one, bank), _header("Accept-Language", "en")],
        "responses": _responses(one),
    }
    if one.takes:
        content = {"schema": PydanticSchema(schema_class=one.takes(bodies)), "example": examples[one.name]}
        told["requestBody"] = {"required": True, "content": dict.fromkeys(one.takes_as, content)}
    return told


def _path(one: Operation, bank: Bank) -> list[dict[str, object]]:
    if "<field>" not in one.path:
        return []
    ids = [field.id for field in bank.fields]
    return [{"name": "field", "in": "path", "required": True, "schema": {"type": "string", "enum": ids}}]


def _header(name: str, example: str) -> dict[str, object]:
    return {"name": name, "in": "header", "schema": {"type": "string"}, "example": example}


def _responses(one: Operation) -> dict[str, object]:
    replies: dict[str, object] = {
        kind: {"schema": PydanticSchema(schema_class=model)} if model else {} for kind, model in one.gives.items()
    }
    good = {"description": "OK", "content": replies}
    return {"200": good} | {str(status): _other(status) for status in one.also}


def _other(status: int) -> dict[str, object]:
    told: dict[str, object] = {"description": HTTPStatus(status).phrase}
    if status == HTTPStatus.NOT_MODIFIED:
        return told
    return told | {"content": {"application/problem+json": {"schema": PydanticSchema(schema_class=PROBLEM)}}}
