"""What the API replies, beside lists: parts of the bank in the reader's language, and the questions that apply."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.models import Source, Term
from prep.bank.translation import translated_field, translated_source, translated_term
from prep.checklist.checklist import Checklist
from prep.export.document import Document, ListedQuestion, ToAsk
from prep.i18n import Translator


class Reply(BaseModel):
    """Common rules."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    bank_version: str


class Fields(Reply):
    """What the form asks, in its order."""

    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]


class Terms(Reply):
    """Medical words, each with one plain sentence."""

    terms: tuple[Term, ...]


class Sources(Reply):
    """The documents and pages that the questions come from."""

    sources: tuple[Source, ...]


class Questions(Document):
    """Which questions apply, and why each does."""

    bank_version: str
    page_one: tuple[str, ...]
    """Ids of the questions that we would put on the page, as they are read there."""

    questions: tuple[ListedQuestion, ...]
    """All that are offered, best first under each heading. Those who show them keep sensitive ones apart."""

    others: tuple[ListedQuestion, ...]
    """What fits, too, for whoever wants to see all."""

    notices: tuple[str, ...]
    """Plain words about what the bank lacks for these people. They belong with the list."""

    to_ask: tuple[ToAsk, ...]
    """Nothing is held up by it: the questions are those for the answers as they are."""


def fields(bank: Bank, translator: Translator) -> Fields:
    """Return the form's fields."""
    return Fields(bank_version=bank.version, fields=tuple(translated_field(one, translator) for one in bank.fields))


def terms(bank: Bank, translator: Translator) -> Terms:
    """Return the medical words."""
    return Terms(bank_version=bank.version, terms=tuple(translated_term(one, translator) for one in bank.terms))


def sources(bank: Bank, translator: Translator) -> Sources:
    """Return the sources."""
    return Sources(bank_version=bank.version, sources=tuple(translated_source(one, translator) for one in bank.sources))


def questions(checklist: Checklist) -> Questions:
    """Return the questions of a list that nobody changed yet."""
    return Questions(
        bank_version=checklist.bank_version,
        page_one=tuple(line.id for line in checklist.page_one),
        questions=tuple(ListedQuestion.model_validate(line) for line in checklist.questions),
        others=tuple(ListedQuestion.model_validate(line) for line in checklist.remaining),
        notices=checklist.notices,
        to_ask=tuple(ToAsk.model_validate(one) for one in checklist.to_ask),
    )
