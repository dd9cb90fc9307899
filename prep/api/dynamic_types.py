"""Types made of a bank's ids, so that a value is checked, described and complained about as one of them.

pydantic reads such types when a model is made; a type checker sees only that they are types.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Annotated, Literal, TypeVar, cast

from pydantic import BaseModel, Field, create_model
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

Model = TypeVar("Model", bound=BaseModel)


def one_of(values: Iterable[str]) -> type[str]:
    """Return the type of a text that is one of `values`."""
    return cast("type[str]", Literal[tuple(values)])


def named(name: str, kind: type) -> type:
    """Return the same type under a name of its own: a schema then describes it once, wherever it stands."""
    return cast("type", TypeAliasType(name, kind))


def either(*kinds: type) -> type:
    """Return the type of what is of any of these kinds."""
    return reduce(or_, kinds)


def several(kind: type, most: int | None = None) -> type[tuple[object, ...]]:
    """Return the type of a list with at most that many of a kind."""
    return cast("type[tuple[object, ...]]", Annotated[tuple[kind, ...], Field(max_length=most)])  # type: ignore[valid-type]


def keyed(key: type, value: type) -> type[dict[object, object]]:
    """Return the type of an object whose keys and values are of these kinds."""
    return cast("type[dict[object, object]]", dict[key, value])  # type: ignore[valid-type]


def told_apart(models: Sequence[type[Model]], by: str) -> type[Model]:
    """Return the type of what is one of `models`, which differ in their field `by`."""
    if len(models) == 1:
        return models[0]
    return cast("type[Model]", Annotated[either(*models), Field(discriminator=by)])


def narrowed(name: str, base: type[Model], fields: Mapping[str, tuple[type, object]]) -> type[Model]:
    """Return `base` under a new name, with these types and defaults instead of its own, described as there."""
    described = {
        field: (kind, default if isinstance(default, FieldInfo) else _described(base, field, default))
        for field, (kind, default) in fields.items()
    }
    # a type checker cannot follow fields that are known only when the bank is
    return create_model(name, __base__=base, __doc__=base.__doc__, **described)  # type: ignore[call-overload, no-any-return]


def _described(base: type[BaseModel], field: str, default: object) -> FieldInfo:
    return cast("FieldInfo", Field(default, description=base.model_fields[field].description))
