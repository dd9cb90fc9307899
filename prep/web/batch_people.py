"""Tells what to look at in a list of visits person by person: a navigator goes from one chart to the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from prep.batch.rows import BadRow, Row
from prep.batch.runner import Batch
from prep.i18n import Translator


@dataclass(frozen=True, slots=True)
class ToldOf:
    """Someone in the list, and what is said of each cell."""

    row: int
    name: str
    """As the list has it; nothing where it has none, or it cannot be read."""

    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Those whose rows need a look, by what becomes of them."""

    to_check: tuple[ToldOf, ...]
    """They are printed."""

    to_mend: tuple[ToldOf, ...]
    cancelled: tuple[ToldOf, ...]


def people_of(rows: Sequence[Row | BadRow], batch: Batch, translator: Translator) -> People:
    """Return each person once, in the order of the list."""
    printed = [row for row in rows if isinstance(row, Row)]
    left_out = [row for row in rows if isinstance(row, BadRow)]
    doubts = [ToldOf(row.number, row.visit.name, batch.doubts(row).told(translator)) for row in printed]
    return People(
        to_check=tuple(one for one in doubts if one.told),
        to_mend=tuple(_told_of(row, translator) for row in left_out if not row.is_cancelled),
        cancelled=tuple(_told_of(row, translator) for row in left_out if row.is_cancelled),
    )


def _told_of(row: BadRow, translator: Translator) -> ToldOf:
    return ToldOf(row.number, row.name, tuple(one.told(translator) for one in row.troubles))
