"""What an editor writes about the form, as frozen models: fields, their options, and phrases that answer several."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from prep.bank.model_types import AppliesTo, BankModel, Id, Text


def _flat(given: object) -> object:
    """Lay lists within a list out: a YAML anchor can be one entry of several lists, and is written once."""
    return tuple(_entries(given)) if isinstance(given, list | tuple) else given


def _entries(given: Iterable[object]) -> Iterator[object]:
    for one in given:
        yield from one if isinstance(one, list | tuple) else (one,)


Columns = Annotated[tuple[Text, ...], BeforeValidator(_flat)]


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
    private: bool = Field(
        default=False, description="Never printed in the line about the person, whatever they choose to print there."
    )
    worries_first: bool = Field(
        default=False,
        description="At such a visit page one begins with what is on the person's mind, not with decisions.",
    )
    applies_to: AppliesTo = Field(default={}, description="Where it does not, the form asks kindly.")
    ask: Text | None = Field(default=None, description="What the form asks where `applies_to` does not hold.")
    search: Text | None = Field(default=None, description="Words that find clinical trials for these people.")
    folded: bool = Field(default=False, description="It stands behind the others, in a fold named by `fold`.")
    at_least: int | None = Field(
        default=None, description="In a list, a number from here on means it, up to where the next option begins."
    )
    percent: tuple[int, int] | None = Field(
        default=None,
        description="In a list, below the heading of a part, a share from the first to the second means it.",
    )
    of_eight: tuple[int, int] | None = Field(
        default=None, description="There, a score of eight from the first to the second means it, such as Allred’s 6/8."
    )


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
    is_past: bool = Field(
        default=False, description="It asks for what was: in a list, days beside an answer tell when."
    )
    by_name: Text | None = Field(
        default=None,
        description="What an answer says of something that is looked up by its name, such as “Having it now”. "
        "On the list such fields are not asked for in another way.",
    )
    aspect: Id | None = Field(
        default=None,
        description="Fields of one aspect say one thing together, and count as one where a question is ranked.",
    )
    gathers: tuple[Id, ...] = Field(
        default=(), description="Not asked: it holds what is answered in these fields, which offer the same options."
    )
    in_about_me: int = Field(
        default=0, description="Its place in the line about the person on the printed page; left out, it is not in it."
    )
    may_come_ticked: bool = Field(
        default=False,
        description="A clinic may tick an answer for everyone: it tells of the visit, not of a person's illness.",
    )
    detail: bool = Field(default=False, description="Kept behind “add more detail”.")
    folded: bool = Field(default=False, description="Its options, being many, are shown once its label is pressed.")
    fold: Text | None = Field(
        default=None,
        description="Names the fold of its `folded` options. It lies open for whom their `applies_to` holds for sure.",
    )
    applies_to: AppliesTo = Field(default={}, description="Asked of these people only; of others kindly.")
    ask: Text | None = None
    columns: Columns = Field(
        default=(),
        description="What lists call it. Where several fields name one heading, its cells may answer any of them. "
        "A list within the list counts as its entries, so that fields can share one.",
    )
    parts: Mapping[Text, tuple[Text, ...]] = Field(
        default={}, description="What lists ask in several columns: the name of each part, and its headings."
    )
    one_is_enough: tuple[Id, ...] = Field(
        default=(), description="The options that hold where one part says so; of the others, all parts must say it."
    )
    beside: AppliesTo = Field(
        default={}, description="In a cell that answers several fields, it counts only beside these answers."
    )
    counts_with: tuple[Text, ...] = Field(
        default=(),
        description="In a cell that answers several fields, its words count only behind one of these, or behind a word "
        "for this illness: else the cell may be about another one.",
    )
    options: Annotated[tuple[Option, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _fold_has_a_name(self) -> Self:
        if any(option.folded for option in self.options) != (self.fold is not None):
            raise PydanticCustomError(
                "half_a_fold", "folded options need the name of their `fold`, and a fold needs some"
            )
        return self

    @property
    def fold_before(self) -> Id | None:
        """The option in whose place the fold stands; at the end, where other options stand between those in it."""
        places = [place for place, option in enumerate(self.options) if option.folded]
        is_one_run = places and places[-1] - places[0] == len(places) - 1
        return self.options[places[0]].id if is_one_run else None

    @property
    def fold_applies_to(self) -> AppliesTo:
        """Whom the fold can hold something for: what all its options ask for, each with every answer that is enough."""
        wanted = [option.applies_to for option in self.options if option.folded]
        shared = [field for field in wanted[0] if all(field in one for one in wanted)] if wanted else []
        return {field: tuple(dict.fromkeys(chain.from_iterable(one[field] for one in wanted))) for field in shared}

    def option(self, option_id: str) -> Option:
        """Return the option of that id."""
        return next(option for option in self.options if option.id == option_id)


class Implication(BankModel):
    """What some answers say of fields that are left blank: whoever takes tablets after surgery had surgery."""

    applies_to: Annotated[AppliesTo, Field(min_length=1)]
    not_for: AppliesTo = Field(default={}, description="Of whoever gave any of these answers, nothing is said.")
    leaves: Annotated[AppliesTo, Field(min_length=1)] = Field(
        description="The options of which one must hold. A single one counts as if it were told, and is told to nobody."
    )


class Phrase(BankModel):
    """Words that answer several fields at once, and answers that older programs still send, as `field=option`."""

    said: Annotated[tuple[Text, ...], Field(min_length=1)]
    means: AppliesTo
    search: Text | None = Field(
        default=None, description="Finds clinical trials for whom all of it holds; takes the place of the options' own."
    )
