"""Keeps what was read of a list as text, to be read again later: on the web it travels in the page, and nowhere else.

It holds the columns that are read, and no others.
"""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from prep.batch.files.csv_reader import BAD_QUOTES, DELIMITERS, NOT_UTF8, TOO_LONG, WINDOWS
from prep.batch.files.records import OTHER_DELIMITER, TOO_MANY, Record
from prep.batch.files.workbook import OTHER_SHEETS
from prep.batch.passed_over import Span, Why
from prep.i18n import noop as _

LOST = _("The list could not be read again. Please choose the file once more.")
TOLD = ("", BAD_QUOTES, NOT_UTF8, TOO_LONG, TOO_MANY, OTHER_DELIMITER)
REMARKS = (WINDOWS, OTHER_SHEETS)
"""All that is ever said of a line, and of a file: what travels is only which of them."""


class KeptRow(BaseModel):
    """A row, and what is wrong with it."""

    model_config = ConfigDict(frozen=True, strict=True)

    number: int = Field(ge=1, le=10**9)
    cells: tuple[str, ...]
    trouble: int = Field(0, ge=0, lt=len(TOLD))


class KeptRecords(BaseModel):
    """The rows of a list, the headings first."""

    model_config = ConfigDict(frozen=True, strict=True)

    delimiter: str = Field(",", pattern=f"^[{DELIMITERS}]$")
    rows: tuple[KeptRow, ...]
    said: tuple[int, ...] = ()
    passed_over: dict[Why, tuple[Span, ...]] = {}

    @property
    def may_slip(self) -> bool:
        """Say that its cells are known to stand below their headings."""
        return False

    @property
    def is_sifted(self) -> bool:
        """Say that only visits were kept."""
        return True

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was said of the file."""
        return tuple(REMARKS[place] for place in self.said if 0 <= place < len(REMARKS))

    def records(self) -> Iterator[Record]:
        """Yield the rows."""
        return (Record(row.number, row.cells, TOLD[row.trouble]) for row in self.rows)
