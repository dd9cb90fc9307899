"""What an editor writes in `questions.yaml`, entry by entry, as frozen models."""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

UNSURE = "unsure"
"""The option id that every "I'm not sure" carries."""

CONCERNS = "concerns"
"""The field whose options a question may be about (`Question.concerns`)."""

REGION = "region"
"""The field that tells in which country people get care. A bank without it holds for every country."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=400)]
AppliesTo = Mapping[Id, Annotated[tuple[Id, ...], Field(min_length=1)]]
"""Field id to option ids. Fields are joined by AND, the options of one field by OR."""


class BankModel(BaseModel):
    """Common rules: nothing unknown, nothing changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=False)


class Part(Enum):
    """A part of the pack, each starting on a page of its own."""

    HAND_OVER = "hand-over"
    ROOM_TO_WRITE = "room-to-write"
    NOTES = "notes"
    SINCE_LAST_TIME = "since-last-time"
    GUIDE = "guide"
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


class Citation(BankModel):
    """Which source, and where in it."""

    id: Id
    at: Text


class Option(BankModel):
    """One answer that a field offers."""

    id: Id
    label: Text
    hint: Text | None = None
    short: Text = Field(description="The answer as it reads after “Because you told us:”.")
    words: tuple[Text, ...] = Field(default=(), description="What people, reports and exports call it.")
    is_a: Id | None = Field(
        default=None, description="The option of the same field that it is one of: it brings what that one brings."
    )
    refines: Id | None = Field(
        default=None, description="The option of the same field that it says more exactly: of the two, it counts."
    )
    rules_out_others: bool = Field(
        default=False, description="With any other option of the field, the form asks kindly. “unsure” does so always."
    )
    often_mistaken: bool = Field(default=False, description="The form adds “Check this with your team.”")
    must_be_named: bool = Field(
        default=False, description="Brings only questions that name it, in `applies_to` or `also_for`."
    )
    applies_to: AppliesTo = Field(default={}, description="Where it does not, the form asks kindly.")
    ask: Text | None = Field(default=None, description="What the form asks where `applies_to` does not hold.")
    search: Text | None = Field(default=None, description="Words that find clinical trials for these people.")


class FormField(BankModel):
    """One thing the form asks the patient."""

    id: Id
    kind: Literal["one", "many"]
    label: Text
    hint: Text
    short: Text | None = Field(
        default=None, description="What it asks for, as it reads after “Because you did not say:”; else its label does."
    )
    changes: Text | None = Field(default=None, description="What an answer changes on the list.")
    told_as: Text | None = Field(
        default=None, description="Said of an answer, in brackets, such as “had before” of a medicine."
    )
    aspect: Id | None = Field(
        default=None,
        description="Fields of one aspect say one thing together, and count as one where a question is ranked.",
    )
    gathers: tuple[Id, ...] = Field(
        default=(), description="Not asked: it holds what is answered in these fields, which offer the same options."
    )
    detail: bool = Field(default=False, description="Kept behind “add more detail”.")
    folded: bool = Field(default=False, description="Its options, being many, are shown once its label is pressed.")
    applies_to: AppliesTo = {}
    ask: Text | None = None
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    def option(self, option_id: str) -> Option:
        """Return the option of that id."""
        return next(option for option in self.options if option.id == option_id)


class Phrase(BankModel):
    """Words that answer several fields at once, and answers that older programs still send, as `field=option`."""

    said: Annotated[tuple[Text, ...], Field(min_length=1)]
    means: AppliesTo
    search: Text | None = Field(
        default=None, description="Finds clinical trials for whom all of it holds; takes the place of the options' own."
    )


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
    applies_to: AppliesTo = {}
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]
    source_checked: date
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
    """Something to call the care team about at once. The one place where the bank tells instead of asking."""

    applies_to: AppliesTo


class TrialSearch(BankModel):
    """A site where people can look for clinical trials themselves."""

    name: Text
    url: Address
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Question(Sourced):
    """Something the patient will ask the care team."""

    section: Id
    why: Text
    not_for: AppliesTo = Field(
        default={}, description="Hides it from whoever gave any of these answers, in whichever field."
    )
    also_for: AppliesTo = Field(
        default={}, description="Brings it to people whose answer `must_be_named`, where `applies_to` leaves that open."
    )
    especially_for: AppliesTo = Field(default={}, description="Moves it up for these people; hides it from nobody.")
    concerns: tuple[Id, ...] = ()
    sensitive: bool = Field(default=False, description="About time left or dying: shown only when it is asked for.")
    priority: Annotated[int, Field(ge=-3, le=3)] = Field(default=0, description="The editor's own weight.")
