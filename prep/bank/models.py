"""What an editor writes in `questions.yaml` besides the form, entry by entry, as frozen models."""

import re
from datetime import date
from enum import Enum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prep.bank.model_types import Address, AppliesTo, BankModel, Id, Text


class Part(Enum):
    """A part of the pack behind the sheet that is handed over."""

    NOTES = "notes"
    ROOM_TO_WRITE = "room-to-write"
    SINCE_LAST_TIME = "since-last-time"
    TRIALS = "trials"


class Source(BankModel):
    """A document or page that a question comes from."""

    id: Id
    publisher: Text
    title: Text
    url: Address | None = None
    note: Text | None = Field(default=None, description="What a reader should know about our copy.")
    captured: Literal["whole", "partial"] = Field(
        default="whole", description="How much of it we could read. A partial source backs a topic, never a statement."
    )
    checked: date = Field(description="The day someone last compared our use of it with the source.")
    opened: date | None = Field(
        default=None, description="The day someone last opened the address itself; a copy that we read is not it."
    )
    dated: Text | None = Field(default=None, description="The day of the text, as far as it tells.")
    country: Text | None = Field(default=None, description="Where the text holds, where it is a country's own.")


class Citation(BankModel):
    """Which source, and where in it."""

    id: Id
    at: Text


class Section(BankModel):
    """A heading of the list."""

    id: Id
    title: Text


class Term(BankModel):
    """A medical word and one plain sentence about it."""

    id: Id
    term: Text
    forms: tuple[Text, ...] = Field(default=(), description="Other spellings and plurals.")
    text: Text

    def pattern(self) -> re.Pattern[str]:
        """Match the term, or any of its forms, as whole words."""
        spellings = "|".join(re.escape(form) for form in sorted((self.term, *self.forms), key=len, reverse=True))
        return re.compile(rf"(?<!\w)(?:{spellings})(?!\w)", re.IGNORECASE)


class Notice(BankModel):
    """Plain words about what the bank lacks for these people."""

    id: Id
    applies_to: AppliesTo
    text: Text


class Sourced(BankModel):
    """Something that rests on sources, and that a clinician can sign."""

    id: Id
    text: Text
    applies_to: AppliesTo = Field(default={}, description="Whom it is for; left out, everyone.")
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    source_checked: date
    not_for: AppliesTo = Field(
        default={}, description="Hides it from whoever gave any of these answers, in whichever field."
    )
    reviewed_by: Text | None = Field(default=None, description="The clinician who signed it.")
    reviewed_on: date | None = Field(default=None, description="The day they signed it.")

    @property
    def last_checked(self) -> date:
        """The day on which its sources were compared."""
        return self.source_checked

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician has signed it."""
        return self.reviewed_by is not None

    @model_validator(mode="after")
    def _signed_with_a_date(self) -> Self:
        if (self.reviewed_by is None) != (self.reviewed_on is None):
            raise PydanticCustomError("half_a_review", "a review needs both reviewed_by and reviewed_on, or neither")
        return self


class Urgent(Sourced):
    """Something to call about at once, or someone to call. The one place where the bank tells instead of asking."""

    applies_to: AppliesTo


class Wording(BankModel):
    """How a question reads for people of whom more is known: the same question further on."""

    id: Id
    applies_to: AppliesTo
    text: Text
    why: Text | None = Field(default=None, description="Left out, the question's own.")
    sources: tuple[Citation, ...] = Field(default=(), description="Left out, the question's own.")


class TrialSearch(BankModel):
    """A site where people can look for clinical trials themselves."""

    name: Text
    url: Address
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Question(Sourced):
    """Something the patient will ask the care team."""

    section: Id
    why: Text
    also_for: AppliesTo = Field(
        default={}, description="Brings it to people whose answer `must_be_named`, where `applies_to` leaves that open."
    )
    especially_for: AppliesTo = Field(default={}, description="Moves it up for these people; hides it from nobody.")
    concerns: tuple[Id, ...] = ()
    words: tuple[Text, ...] = Field(default=(), description="What people may search for who mean it; shown nowhere.")
    instead: tuple[Wording, ...] = Field(
        default=(), description="Other words for people of whom more is known. The first that applies is shown."
    )
    sensitive: bool = Field(default=False, description="About time left or dying: shown only when it is asked for.")
    same_answer_as: tuple[Id, ...] = Field(
        default=(),
        description="Questions that the doctor would answer with the same words: the page holds one.",
    )
    has_a_place_on_paper: bool = Field(
        default=False, description="The paper has lines for its answer: only an agenda brings it to the page."
    )
    priority: Annotated[int, Field(ge=-3, le=3)] = Field(default=0, description="The editor's own weight.")

    def worded(self, wording: Wording) -> "Question":
        """Return the question as it is for those whom the wording is for."""
        both = {
            field: tuple(option for option in options if option in self.applies_to.get(field, options))
            for field, options in wording.applies_to.items()
        }
        own = {"text": wording.text, "why": wording.why or self.why, "sources": wording.sources or self.sources}
        return self.model_copy(update=own | {"applies_to": {**self.applies_to, **both}, "instead": ()})
