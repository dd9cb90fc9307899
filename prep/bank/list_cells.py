"""What an editor writes about cells of lists that answer nothing, and still tell something."""

from typing import Annotated

from pydantic import Field

from prep.bank.model_types import AppliesTo, BankModel, Id, Text


class OtherIllness(BankModel):
    """Words by which a cell shows that a visit may be about another illness: then no page of this one is for it."""

    asked_by: tuple[Id, ...] = Field(default=(), description="The fields whose columns are looked at.")
    words: tuple[Text, ...] = Field(default=(), description="Name another cancer, or its code.")
    not_cancer: tuple[Text, ...] = Field(default=(), description="Name what is none, or another illness altogether.")
    ours: tuple[Text, ...] = Field(
        default=(), description="Name this illness: a cell with both is for a person to look at, and the page is made."
    )
    any_illness: tuple[Text, ...] = Field(
        default=(),
        description="May name any illness: where not all of a cell is known, they need a word of `ours` or `place`.",
    )
    endings: tuple[Text, ...] = Field(
        default=(), description="How words for such illnesses end, in languages whose words the bank does not have."
    )
    place: tuple[Text, ...] = Field(default=(), description="Tell where the illness is, or that it has spread.")
    past: tuple[Text, ...] = Field(
        default=(),
        description="An illness behind one of these was there once, or is in the family: beside another cancer, `ours` "
        "bring no page then.",
    )
    shown_by: tuple[Id, ...] = Field(
        default=(),
        description="The fields whose answers show that a visit is about this illness, where its name is not known.",
    )
    takes: AppliesTo = Field(
        default={},
        description="What does not count where a cell names this illness and another cancer: of which is it?",
    )


class Overruling(BankModel):
    """Words by which answers no longer count, whichever cell gives them: they tell of an earlier day."""

    asked_by: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="The fields whose columns are looked at."
    )
    said: Annotated[tuple[Text, ...], Field(min_length=1)]
    but_not: tuple[Text, ...] = Field(default=(), description="Words in which those mean something else.")
    takes: AppliesTo
    leaves: AppliesTo = Field(
        default={},
        description="What may hold instead: where no cell answers the field, only what fits one of these comes. "
        "The first word of the first of them is what people are told to write.",
    )
    leaves_unless: AppliesTo = Field(default={}, description="Of these people it leaves more than that.")
    even_in_doubt: bool = Field(
        default=False, description="They are certain themselves, whatever else the cell calls possible."
    )
