"""What an editor writes about the page: the open decisions or moments of a visit, and facts that decide something."""

from typing import Annotated

from pydantic import Field

from prep.bank.model_types import AppliesTo, BankModel, Id
from prep.bank.models import Sourced

MOST_LINES = 8
"""The most questions of one agenda: whoever must not miss more has more than one decision before them."""


class Agenda(Sourced):
    """One open decision or moment of a visit, and the questions not to be missed then, in order.

    Its `text` says to the person why these questions are there. The order is the editor's; the sources show that the
    decision belongs to this moment.
    """

    applies_to: AppliesTo
    questions: Annotated[tuple[Id, ...], Field(min_length=1, max_length=MOST_LINES)] = Field(
        description="Asked although their own `applies_to` is narrower, never against their `not_for`."
    )
    gated: tuple[Id, ...] = Field(
        default=(), description="Those of the questions whose own `applies_to` holds here, too."
    )
    deadlines: tuple[Id, ...] = Field(
        default=(), description="Those of the questions that cannot be made up later: they stand before the others."
    )
    turn: Annotated[int, Field(ge=1, le=MOST_LINES)] = Field(
        default=1, description="The turn in which it begins: a later one for what goes with a decision and is none."
    )
    leads: bool = Field(
        default=False,
        description="Its questions come before those of other agendas: what the visit is for, or a finding.",
    )
    unknowns: tuple[Id, ...] = Field(
        default=(), description="Questions that find out what decides something here; for people who do not know it."
    )
    settled: tuple[Id, ...] = Field(
        default=(),
        description="Questions that are answered by then, or at another visit: neither on the page nor offered.",
    )


class Fact(BankModel):
    """Something a person may know that decides something, and the questions that it brings, best first."""

    id: Id
    applies_to: AppliesTo
    not_for: AppliesTo = Field(default={})
    questions: Annotated[tuple[Id, ...], Field(min_length=1)]
