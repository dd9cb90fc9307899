"""Keeps each sheet of a workbook in the page, so that someone can choose which is the list: the server keeps none."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO

from flask import g
from pydantic import BaseModel, ConfigDict, ValidationError

from prep.batch.cells.column import Column
from prep.batch.files.file_kind import FileKind, kind_of
from prep.batch.files.kept_records import LOST
from prep.batch.files.workbook import sheet_names
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import VisitList, open_visits
from prep.web.site import current_site

UNPACKED = 8 * 1024 * 1024
"""Bytes of a workbook's parts."""

MOST_SHEETS = 7
"""Sheets to choose from: a week. They travel in the page."""


class KeptSheet(BaseModel):
    """A sheet."""

    model_config = ConfigDict(frozen=True, strict=True)

    name: str
    kept: str = ""
    """Its list; nothing where it holds none."""

    why_not: str = ""
    """What is wrong with it then."""

    told: tuple[str, ...] = ()
    """What is told first of it, also of columns that are not read, and so do not travel."""


class KeptSheets(BaseModel):
    """The sheets of a workbook that has several."""

    model_config = ConfigDict(frozen=True, strict=True)

    sheets: tuple[KeptSheet, ...] = ()
    chosen: int = 0
    """Which is shown."""

    @property
    def name(self) -> str | None:
        """What the chosen one is called; none where there is nothing to choose."""
        return self.sheets[self.chosen].name if self.sheets else None

    @property
    def told(self) -> tuple[str, ...]:
        """What is told first of the chosen one."""
        return self.sheets[self.chosen].told if self.sheets else ()


NO_CHOICE = KeptSheets()


def sheets_in(content: bytes, columns: Sequence[Column], why_not: Callable[[VisitList], str]) -> KeptSheets:
    """Return the sheets of a workbook that was sent; none of one with a single sheet, or of another file.

    `why_not` tells what is wrong with a list that can be read.

    Raises:
        VisitsError: it is damaged.
    """
    if kind_of(BytesIO(content)) is not FileKind.WORKBOOK:
        return NO_CHOICE
    names = sheet_names(BytesIO(content), UNPACKED)
    if len(names) == 1:
        return NO_CHOICE
    return KeptSheets(sheets=tuple(_kept(content, names[:MOST_SHEETS], columns, why_not)))


def chosen_again(sent: str, chosen: str) -> KeptSheets:
    """Return the sheets that a page carried, and which was chosen there.

    Raises:
        VisitsError: they are something else.
    """
    try:
        sheets = KeptSheets.model_validate_json(sent).sheets
        return KeptSheets(sheets=sheets, chosen=range(len(sheets)).index(int(chosen)))
    except (ValidationError, ValueError) as error:
        raise VisitsError((LOST, {})) from error


def _kept(
    content: bytes, names: Sequence[str], columns: Sequence[Column], why_not: Callable[[VisitList], str]
) -> Iterator[KeptSheet]:
    for name in names:
        try:
            listed = open_visits(BytesIO(content), columns, current_site().bank, sheet=name, most_unpacked=UNPACKED)
            wrong = why_not(listed)
            kept, told = "" if wrong else listed.kept(), tuple(listed.told_first(g.translator))
            yield KeptSheet(name=name, kept=kept, why_not=wrong, told=told)
        except VisitsError as error:
            yield KeptSheet(name=name, why_not=error.trouble.told(g.translator))
