"""Types made of ids: checked, described and complained about."""

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from prep.api.dynamic_types import either, keyed, named, narrowed, one_of, several


class Base(BaseModel):
    """What was chosen."""

    model_config = ConfigDict(strict=True, use_attribute_docstrings=True)

    one: str = ""
    """The first."""

    many: tuple[str, ...] = ()
    by_id: dict[str, int] = {}


COLOR = named("Color", one_of(["red", "green"]))
Chosen = narrowed(
    "Chosen",
    Base,
    {"one": (either(COLOR, type(None)), None), "many": (several(COLOR, 2), ()), "by_id": (keyed(COLOR, int), {})},
)


def test_what_is_offered_is_taken():
    given = Chosen.model_validate_json('{"one": "red", "many": ["red", "green"], "by_id": {"red": 1}}')
    assert (given.one, given.many, given.by_id) == ("red", ("red", "green"), {"red": 1})
    assert isinstance(given, Base)


@pytest.mark.parametrize(
    "sent", ['{"one": "blue"}', '{"many": ["blue"]}', '{"many": ["red", "red", "red"]}', '{"by_id": {"blue": 1}}']
)
def test_what_is_not_offered_is_refused(sent):
    with pytest.raises(ValidationError):
        Chosen.model_validate_json(sent)


def test_the_schema_names_the_choice_once_and_keeps_descriptions():
    schema = Chosen.model_json_schema()
    assert schema["$defs"] == {"Color": {"enum": ["red", "green"], "type": "string"}}
    assert schema["description"] == "What was chosen."
    assert schema["properties"]["one"]["description"] == "The first."
