"""What several FHIR resources are made of. Only what we write or read is here, of all that R4 defines."""

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Element(BaseModel):
    """Common rules: FHIR's spelling outside, ours inside. What we do not know is FHIR's, and passed over."""

    model_config = ConfigDict(frozen=True, strict=True, alias_generator=to_camel, populate_by_name=True)

    def to_json(self) -> str:
        """Return it as FHIR JSON, which leaves out what is empty."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)


class Coding(Element):
    """An option of a field. Its system is the address that tells what the code means."""

    system: str | None = None
    code: str
    display: str | None = None


class Identifier(Element):
    """A number that a hospital knows someone by."""

    system: str | None = None
    value: str | None = None


class Reference(Element):
    """Whom something is about."""

    reference: str | None = None
    type: str | None = None
    identifier: Identifier | None = None
    display: str | None = None
