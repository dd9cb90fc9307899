"""What callers of the API post. Fields, options and questions are the bank's, so the models are made for a bank."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from prep.bank.bank import Bank
from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.checklist.changes import MAX_OWN, MAX_TYPED, Changes, OwnQuestion, Words, settled
from prep.checklist.former_parts import FormerPart, extent_asked_for
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.text import tidy

LineOfText = Annotated[str, StringConstraints(max_length=MAX_TEXT)]


class Body(BaseModel):
    """Common rules: nothing unknown, and nothing guessed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


class GivenAnswers(Body):
    """The option chosen in each field, or a list of them where it takes many. What is left out is blank."""

    def answers(self) -> Answers:
        """Return the options chosen."""
        chosen = self.model_dump(by_alias=True, exclude_none=True)
        return Answers.of({field: [one] if isinstance(one, str) else one for field, one in chosen.items()})


class GivenVisit(Body):
    """Who asks, and what is printed on top of the page."""

    name: LineOfText = ""
    day: date | None = None
    with_whom: LineOfText = ""
    speaker: Speaker = Speaker.PATIENT
    """Who will ask the questions: the patient, or someone who helps them."""

    def visit(self) -> Visit:
        """Return them, fit to be printed."""
        return Visit(tidy(self.name), self.day, tidy(self.with_whom), self.speaker)


class GivenChanges(Body):
    """What the patient made of the list. Questions that do not apply just now are kept in mind, not shown."""

    added: tuple[str, ...] = ()
    """Questions put on the page."""

    dropped: tuple[str, ...] = ()
    """Questions taken off the page."""

    starred: tuple[str, ...] = ()
    """Questions to start with, in this order; the first three that are on the page."""

    unstarred: tuple[str, ...] = ()
    """Questions that we would start with, and the patient would not."""

    order: tuple[str, ...] = ()
    """The patient's order below those to start with; empty for ours."""

    wording: dict[str, Words] = {}
    """The patient's words for a question, by its id."""

    own: Annotated[tuple[OwnQuestion, ...], Field(max_length=MAX_OWN)] = ()
    """Questions that the patient wrote. Their ids can stand in the lists above."""

    @model_validator(mode="after")
    def _not_too_much(self) -> Self:
        typed = sum(map(len, self.wording.values())) + sum(len(question.text) for question in self.own)
        if typed > MAX_TYPED:
            raise PydanticCustomError(
                "too_much_text", "Takes at most {most} characters, all texts together", {"most": MAX_TYPED}
            )
        return self

    def changes(self, bank: Bank) -> Changes:
        """Return the changes, with texts fit to be printed."""
        given = Changes(
            added=self.added,
            dropped=frozenset(self.dropped),
            starred=self.starred,
            unstarred=frozenset(self.unstarred),
            order=self.order,
            wording=self.wording,
            own=self.own,
        )
        return settled(given, bank.question_ids)


class GivenPack(Body):
    """What is wanted on paper."""

    extent: Extent = Extent.PAGE
    """How much is printed: the sheet to hand over with its back, a side for notes as well, or everything."""

    about_me: AboutMeLine = AboutMeLine.OFF
    """What the printed page tells of the person in their own voice: nothing, their illness and treatment, or their
    worries as well. Ask the person before you print it."""

    parts: Annotated[tuple[FormerPart, ...], Field(min_length=1, max_length=len(FormerPart))] | None = Field(
        None, json_schema_extra={"deprecated": True}
    )
    """Parts of the former pack. They take the place of `extent`, as the smallest one that holds them all; what is of
    use to these people is printed."""

    paper: Paper | None = None
    """Size of the paper; left out, the clinic's, or letter."""

    print_size: PrintSize = PrintSize.STANDARD
    keep_answers: bool = False
    """Whether the PDF carries the answers, as a file to go on from. Whoever has the PDF can then read them."""

    def pack(self, usual: Paper) -> Pack:
        """Return what was asked for, on the `usual` paper where none was."""
        return Pack(extent_asked_for(self.extent, self.parts), self.about_me, self.paper or usual, self.print_size)


class QuestionsBody(Body):
    """Answers, to learn which questions apply."""

    lang: str | None = None
    """The language of the reply; left out, `Accept-Language` tells."""

    clinic: str | None = None
    """The slug of a clinic: its usual answers hold where none is given, and its numbers and paper on a printed list."""

    answers: GivenAnswers = GivenAnswers()


class ChecklistBody(QuestionsBody):
    """All that a list is made from."""

    visit: GivenVisit = GivenVisit()
    changes: GivenChanges = GivenChanges()


class PrintBody(ChecklistBody):
    """All that a printed list is made from."""

    pack: GivenPack = GivenPack()
