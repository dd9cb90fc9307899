"""A checklist as other programs read it: the JSON that `prep checklist` writes and the API gives."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from prep.checklist.checklist import Checklist
from prep.checklist.conflicts import Remedy
from prep.checklist.view_models import ChecklistQuestion, CitedSource, ExplainedTerm, TrialsLine, UrgentLine


def _id(one: ExplainedTerm | ChecklistQuestion) -> str:
    return one.id


class Document(BaseModel):
    """Common rules: read from the attributes of our own values, and never changed."""

    model_config = ConfigDict(
        frozen=True,
        from_attributes=True,
        use_attribute_docstrings=True,
        json_schema_mode="serialization",  # type: ignore[typeddict-unknown-key]  # openapi-pydantic's own key
    )


class ListedQuestion(Document):
    """One question as the patient reads it."""

    id: str
    """The bank's id, or `own_…` for a question that the patient wrote."""

    section: str
    """The id of the heading it belongs under; `own_` for the patient's own."""

    text: str
    standard: str
    """The bank's own words, which `text` differs from where the patient reworded it; empty for a question of theirs."""

    why: str
    """Why people ask it."""

    moment: str
    """The open decision or moment that it belongs to, as a sentence; empty where there is none."""

    reasons: tuple[str, ...]
    """The answers that brought it."""

    unsaid: tuple[str, ...]
    """What was not said, and might have kept it away."""

    is_for_all: bool
    """It applies whatever people answer."""

    terms: tuple[Annotated[str, BeforeValidator(_id)], ...]
    """Ids of the medical words in it that the list explains."""

    sources: tuple[CitedSource, ...]
    sensitive: bool
    """About time left or dying: shown only when it is asked for."""

    is_own: bool
    is_reworded: bool


class ToAsk(Document):
    """Answers that seldom go together: what to ask kindly, and the change that would settle it."""

    ask: str
    field: str
    option: str
    remedy: Remedy
    """`change_to`: the option becomes the answer to the field. `leave_out`: it goes, the others stay."""


class ChecklistDocument(Document):
    """The whole list: the page as the patient has it, and all else that applies."""

    bank_version: str
    sources_last_checked: Annotated[date, Field(validation_alias="last_checked")]
    """The day before which no source was compared."""

    is_reviewed: bool
    """Whether a clinician signed every question of the bank."""

    top: tuple[Annotated[str, BeforeValidator(_id)], ...]
    """Ids of the questions to start with. They are the first on the page."""

    page_one: tuple[ListedQuestion, ...]
    """The questions on the page, as they are read."""

    questions: tuple[ListedQuestion, ...]
    """All that are offered: those on the page, then the others, best first under each heading. Those who show them keep
    sensitive ones apart."""

    others: Annotated[tuple[ListedQuestion, ...], Field(validation_alias="remaining")]
    """What fits, too, for whoever wants to see all."""

    urgent: tuple[UrgentLine, ...]
    """What to call the care team about at once."""

    help_now: tuple[UrgentLine, ...]
    """Whom people can call who are low or afraid."""

    trials: TrialsLine | None
    """Where to look for clinical trials, and with which words."""

    notices: tuple[str, ...]
    """Plain words about what the bank lacks for these people. They belong with the list."""

    to_ask: tuple[ToAsk, ...]
    """Nothing is held up by it: the list is the one for the answers as they are."""

    terms: tuple[ExplainedTerm, ...]

    @classmethod
    def of(cls, checklist: Checklist) -> "ChecklistDocument":
        """Return the checklist as a document."""
        return cls.model_validate(checklist)
