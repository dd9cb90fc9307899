"""What an editor writes about cells of lists that answer nothing, and still tell something."""

from pydantic import Field

from prep.bank.model_types import BankModel, Id, Text


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
    place: tuple[Text, ...] = Field(default=(), description="Tell where the illness is, or that it has spread.")
