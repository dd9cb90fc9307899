"""The list as a FHIR R4 DocumentReference, which record systems file as they file letters.

One document in three formats: PDF to hand over, text to show in a message, JSON to build on.
"""

from base64 import b64encode
from typing import Literal

from prep.api.fhir.elements import Element, Reference
from prep.api.fhir.questionnaire import TITLE
from prep.i18n import Translator


class Attachment(Element):
    """The list in one format."""

    content_type: str
    language: str
    data: str
    title: str


class Content(Element):
    """One of the formats."""

    attachment: Attachment


class Text(Element):
    """A kind of document, in words."""

    text: str


class DocumentReference(Element):
    """The list, ready to be filed. No date: whoever files it knows when."""

    resource_type: Literal["DocumentReference"]
    status: Literal["current"]
    type: Text
    subject: Reference | None = None
    content: tuple[Content, ...]


def document_reference(files: dict[str, bytes], subject: Reference | None, translator: Translator) -> DocumentReference:
    """Return the `files`, each by its media type, as one document about `subject`."""
    title = translator.gettext(TITLE)
    return DocumentReference(
        resource_type="DocumentReference",
        status="current",
        type=Text(text=title),
        subject=subject,
        content=tuple(
            Content(
                attachment=Attachment(
                    content_type=kind, language=translator.lang, data=b64encode(content).decode(), title=title
                )
            )
            for kind, content in files.items()
        ),
    )
