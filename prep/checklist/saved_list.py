"""The schema of the list that a person keeps in a file of their own: written into the PDF, and read strictly again.

It has the shape of what the API takes for a printed list, so that a file with such a body can be gone on from, too.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.checklist.changes import MAX_TYPED, Changes
from prep.checklist.checklist import Checklist
from prep.checklist.former_parts import FormerPart, extent_asked_for
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.checklist.saved_list_faults import Fault, SavedListError
from prep.text import tidy

FORMAT: Final = 1
"""The number of this schema. A file with a higher one was written by a program that knows more than this one."""

FILE_NAME = "visit-prep.json"
"""How the file is called inside a PDF."""

MAX_BYTES = 256 * 1024
"""Of a list as JSON; the fullest, with all that can be typed and every question on the page, is about half of it."""

MAX_QUESTIONS = 1000
MAX_FIELDS = 200

_CHANGES = TypeAdapter(Changes)

ShortId = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
LineOfText = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Chosen = Annotated[tuple[ShortId, ...], Field(max_length=MAX_FIELDS)]


def _not_too_much(changes: Changes) -> Changes:
    if changes.typed > MAX_TYPED:
        raise PydanticCustomError("too_much_text", "All texts together are too long")
    return changes


def _in_order(changes: Changes) -> Mapping[str, object]:
    """Write sets sorted, so that the same list gives the same file."""
    written = _CHANGES.dump_python(changes, exclude_defaults=True)
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in written.items()}


class Saved(BaseModel):
    """Common rules: nothing unknown, nothing guessed, nothing changed after it is read."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class SavedVisit(Saved):
    """Who asks, and what is printed on top of the page."""

    name: LineOfText = ""
    day: date | None = None
    with_whom: LineOfText = ""
    speaker: Speaker = Speaker.PATIENT

    @classmethod
    def of(cls, visit: Visit) -> Self:
        """Return what is saved of the visit."""
        return cls(name=visit.name, day=visit.day, with_whom=visit.with_whom, speaker=visit.speaker)

    def visit(self) -> Visit:
        """Return them, fit to be printed."""
        return Visit(tidy(self.name), self.day, tidy(self.with_whom), self.speaker)


class SavedPack(Saved):
    """What was wanted on paper."""

    extent: Extent = Extent.PAGE
    about_me: AboutMeLine = AboutMeLine.OFF
    parts: Annotated[tuple[FormerPart, ...] | None, Field(exclude=True, max_length=len(FormerPart))] = None
    """What older programs say instead of `extent`."""

    paper: Paper | None = None
    print_size: PrintSize = PrintSize.STANDARD
    keep_answers: Annotated[bool, Field(exclude=True)] = False
    """What programs may say when they ask for a PDF. It is not kept: each PDF is asked for anew."""

    @classmethod
    def of(cls, pack: Pack) -> Self:
        """Return what is saved of the pack."""
        return cls(extent=pack.extent, about_me=pack.about_me, paper=pack.paper, print_size=pack.print_size)

    def pack(self, usual: Paper) -> Pack:
        """Return the pack, on the `usual` paper where the file names none."""
        return Pack(extent_asked_for(self.extent, self.parts), self.about_me, self.paper or usual, self.print_size)


class SavedQuestion(Saved):
    """A question as it stood on page one."""

    id: ShortId
    text: Annotated[str, StringConstraints(max_length=600)]


class SavedList(Saved):
    """All that a list is made from, and the page that was made of it."""

    format: Literal[1] = FORMAT
    bank: ShortId = ""
    """The version of the bank; empty where another program wrote the file."""

    lang: ShortId | None = None
    clinic: ShortId | None = None
    """Programs may name both. They are not used: the address that the file is sent to says whose page it is."""

    as_is: bool = False
    """The person said that answers which seldom go together are right."""

    answers: Annotated[Mapping[ShortId, ShortId | Chosen | None], Field(max_length=MAX_FIELDS)]
    visit: SavedVisit = SavedVisit()
    changes: Annotated[Changes, AfterValidator(_not_too_much), PlainSerializer(_in_order)] = Changes()
    pack: SavedPack = SavedPack()
    page: Annotated[tuple[SavedQuestion, ...], Field(max_length=MAX_QUESTIONS)] = ()

    @classmethod
    def of(cls, made: Checklist, answers: Answers, changes: Changes, pack: Pack, lang: str) -> Self:
        """Return what is saved of a list: what it was `made` of, and its page."""
        return cls(
            bank=made.bank_version,
            lang=lang,
            answers={field: tuple(sorted(options)) for field, options in sorted(answers.by_field.items())},
            visit=SavedVisit.of(made.visit),
            changes=changes,
            pack=SavedPack.of(pack),
            page=tuple(SavedQuestion(id=line.id, text=line.text) for line in made.page_one),
        )

    def chosen(self) -> Answers:
        """Return the answers, in the fields and options of the bank that they were given for."""
        given = {field: options for field, options in self.answers.items() if options}
        return Answers.of({field: [one] if isinstance(one, str) else one for field, one in given.items()})


def write(saved: SavedList) -> bytes:
    """Return the list as JSON: the same list gives the same bytes."""
    return saved.model_dump_json(indent=1, exclude_none=True).encode()


def read(content: bytes) -> SavedList:
    """Return the list in a file.

    Raises:
        SavedListError: it is too large, no list, or of a newer format.
    """
    if len(content) > MAX_BYTES:
        raise SavedListError(Fault.TOO_LARGE)
    try:
        return SavedList.model_validate_json(content)
    except ValidationError as error:
        raise SavedListError(Fault.NEWER if _is_newer(content) else Fault.OTHER_SHAPE) from error


class _Head(BaseModel):
    format: int


def _is_newer(content: bytes) -> bool:
    try:
        return _Head.model_validate_json(content, strict=True).format > FORMAT
    except ValidationError:
        return False
