"""Reads a sheet of an Excel workbook (.xlsx) row by row: the values of formulas, and days as days.

A workbook is a zip file of XML. Its parts tell their sizes before any is unpacked, and are never unpacked further.
"""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZipFile

from prep.batch.files.file_kind import BROKEN, PASSWORD, holds, told
from prep.batch.files.records import MERGED, NO_VALUE, Record
from prep.batch.files.sheet_shape import MOST_EMPTY, shape_of
from prep.batch.passed_over import Span, Why
from prep.batch.row_problem import VisitsError
from prep.i18n import noop as _

UNPACKED = 64 * 1024 * 1024
"""Bytes of all parts. A workbook of ten thousand visits has about ten million."""

MOST_PARTS = 1000
MOST_COLUMNS = 200
TOO_BIG = _("This workbook is too large for a list of visits. Copy the list into a new workbook, and send that one.")
TOO_WIDE = _(
    "The sheet has more than %(most)s columns. Copy those of the list of visits into a new workbook, and send that one."
)
TOO_FAR = _(
    "Row %(row)s stands below more than %(most)s empty rows. Move it up, or delete it, and send the list again."
)
NO_SHEET = _("There is no sheet of that name. The workbook has: %(sheets)s.")
OTHER_SHEETS = _("Only the first sheet was read. The workbook has others, too.")
ENCRYPTED_PART = 0x1
"""The flag of a zip file's part that has a password."""

DOCTYPE = tuple("<!DOCTYPE".encode(letters) for letters in ("utf-8", "utf-16-le", "utf-16-be"))
"""How a part begins to define words that stand for others, and those for more. No workbook has any."""

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell


class WorkbookRecords:
    """The rows of a sheet."""

    delimiter = ","
    may_slip = is_sifted = False
    passed_over: Mapping[Why, Sequence[Span]] = {}  # nobody writes to it

    def __init__(self, file: BinaryIO, sheet: str | None = None, most_unpacked: int = UNPACKED) -> None:
        """Look at the workbook's parts, choose the sheet of that name, or the first that is shown, and see its shape.

        Raises:
            VisitsError: it is damaged or too large, or has no such sheet.
        """
        with _damage_told():
            _check_parts(file, most_unpacked)
        self._file = file
        with _opened(file) as book:
            names = [one.title for one in book.worksheets if one.sheet_state == "visible"]
            self._sheet = names[0] if sheet is None else sheet
            if self._sheet not in names:
                raise VisitsError((NO_SHEET, {"sheets": ", ".join(names)}))
            self._shape = shape_of(book[self._sheet]._get_source())  # type: ignore[attr-defined]  # no stub has it
        if self._shape.last_column > MOST_COLUMNS:
            raise VisitsError((TOO_WIDE, {"most": str(MOST_COLUMNS)}))
        if self._shape.below_gap:
            raise VisitsError((TOO_FAR, {"row": str(self._shape.below_gap), "most": str(MOST_EMPTY)}))
        self.remarks: tuple[str, ...] = (OTHER_SHEETS,) if sheet is None and len(names) > 1 else ()

    def records(self) -> Iterator[Record]:
        """Read it from the start to the last row that says anything."""
        with _opened(self._file) as book:
            table = book[self._sheet]
            table.reset_dimensions()  # some programs write wrong ones
            width, height = self._shape.last_column, self._shape.last_row
            rows = table.iter_rows(max_col=width, max_row=height) if height else ()
            for number, (shown, covered) in enumerate(zip(rows, self._shape.covered(), strict=False), 1):
                cells = self._cells(number, shown)
                if any(map(str.strip, cells)):
                    marked = _trimmed([MERGED if column in covered else cell for column, cell in enumerate(cells, 1)])
                    yield Record(number, marked, is_hidden=self._shape.is_hidden(number))

    def _cells(self, row: int, shown: Sequence["Cell | MergedCell"]) -> Sequence[str]:
        """Return the cells of a row as people see them, but for formulas that show nothing yet."""
        if row not in self._shape.without_value:
            return [_written(cell.value, cell.number_format) for cell in shown]
        columns = self._shape.without_value[row]
        return [
            NO_VALUE if column in columns else _written(cell.value, cell.number_format)
            for column, cell in enumerate(shown, 1)
        ]


def sheet_names(file: BinaryIO, most_unpacked: int = UNPACKED) -> tuple[str, ...]:
    """Return the names of the sheets that are shown.

    Raises:
        VisitsError: it is damaged or too large.
    """
    with _damage_told():
        _check_parts(file, most_unpacked)
    with _opened(file) as book:
        return tuple(one.title for one in book.worksheets if one.sheet_state == "visible")


@contextmanager
def _opened(file: BinaryIO) -> Iterator["Workbook"]:
    """Open the workbook to be read row by row."""
    import openpyxl  # here, because it takes a while to load, and most lists are CSV

    warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")  # on what only looks are made of
    with (
        _damage_told(),
        closing(openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book,
    ):
        yield book


@contextmanager
def _damage_told() -> Iterator[None]:
    """Tell whatever a library makes of a damaged file as damage."""
    try:
        yield
    except VisitsError:
        raise
    except Exception as error:
        raise told(BROKEN) from error


def _check_parts(file: BinaryIO, most_unpacked: int) -> None:
    """Refuse a workbook whose parts are too many or too large, or unfold: none unpacks to more than it tells."""
    file.seek(0)
    with ZipFile(file) as parts:
        listed = parts.infolist()
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > most_unpacked:
            raise VisitsError((TOO_BIG, {}))
        if any(part.flag_bits & ENCRYPTED_PART for part in listed):
            raise told(PASSWORD)
        for part in listed:
            with parts.open(part) as content:
                if part.filename.endswith((".xml", ".rels")) and holds(content, *DOCTYPE):
                    raise told(BROKEN)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the cells without the empty ones at the end."""
    last = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return tuple(cells[:last])


def _written(value: object, number_format: str) -> str:
    """Return a cell's value as a list in CSV would hold it: whole numbers whole, shares with %, days year first."""
    match value:
        case None:
            return ""
        case float() | int() if "%" in number_format:
            return f"{value:.0%}"
        case datetime():
            return str(value.date()) if value.time() == time() else value.isoformat(" ", "minutes")
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
