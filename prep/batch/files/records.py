"""One row as a file holds it, whatever its kind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from prep.batch.passed_over import Span, Why
from prep.i18n import noop as _
from prep.text import tidy

TOO_MANY = _("There are more cells than headings. Put quotation marks around what holds a comma.")
OTHER_DELIMITER = _("The cells of this line are not divided as the headings are.")


REMARK = "#"
"""How a line of our template begins that is no visit."""


MERGED, NO_VALUE = "(merged)", "(no value)"
"""What stands for a cell of a workbook that is one with the cell above, and for a formula that was never computed."""


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a file, of which some cell is not empty."""

    number: int
    """As the spreadsheet shows it."""

    cells: tuple[str, ...]
    trouble: str = ""
    """Why its cells cannot be told apart; nothing where they can."""

    is_hidden: bool = False
    """Nobody sees it who opens the file: it was filtered out."""

    @property
    def is_remark(self) -> bool:
        """Return whether all that it holds is one cell of text behind the sign: beside it, `#N/A` is a patient's."""
        filled = [cell for cell in self.cells if cell.strip()]
        return len(filled) == 1 and tidy(filled[0]).startswith(f"{REMARK} ")


class Records(Protocol):
    """The rows of a file, which can be read again and again, each time from the first."""

    @property
    def delimiter(self) -> str:
        """What divides cells where rows are written down again."""

    @property
    def may_slip(self) -> bool:
        """Whether a comma too many would move the cells that follow it below other headings."""

    @property
    def is_sifted(self) -> bool:
        """Whether all rows are visits: what is none was taken out before, while columns that are not read told it."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to say of the file as a whole, once it was read."""

    @property
    def passed_over(self) -> Mapping[Why, Sequence[Span]]:
        """The rows that are not among the records any more, as they are no visits."""

    def records(self) -> Iterator[Record]:
        """Read it from the start."""
