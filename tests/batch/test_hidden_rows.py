"""Who filtered a sheet sees some of its rows only, and only those are printed; the others are named."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from prep.batch.cells.columns import columns
from prep.batch.files.hidden_rows import PIECE, are_hidden
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}
ROWS = [["name", "side"], *[[f"Person {number}", "left"] for number in range(2, 10)]]
HIDDEN = {3, 5, 6, 7}
SAID = "Rows 3, 5–7 are hidden in the workbook, so they are left out."


def by_openpyxl(hidden=HIDDEN) -> bytes:
    book, written = openpyxl.Workbook(), BytesIO()
    for row in ROWS:
        book.active.append(row)
    for number in hidden:
        book.active.row_dimensions[number].hidden = True
    book.save(written)
    return written.getvalue()


def by_xlsxwriter() -> bytes:
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.autofilter(0, 0, len(ROWS), 1)
        for number, row in enumerate(ROWS, 1):
            sheet.write_row(number - 1, 0, row)
            if number in HIDDEN:
                sheet.set_row(number - 1, options={"hidden": True})
    return written.getvalue()


def rewritten(content, old, new) -> bytes:
    """Return a workbook with other words in its first sheet."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(old, new) if name.endswith("sheet1.xml") else part)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        by_openpyxl(),
        by_xlsxwriter(),
        rewritten(by_openpyxl(), b'hidden="1"', b'hidden="true"'),
        rewritten(by_openpyxl(), b'hidden="1"', b'customHeight="1" ht="0"'),
    ],
    ids=["openpyxl", "xlsxwriter", "as LibreOffice has it", "of no height"],
)
def test_hidden_rows_are_left_out_and_named_also_when_the_list_travelled_in_a_page(small, content):
    known = columns(small, ENGLISH)
    listed = open_visits(BytesIO(content), known, small)
    for one in (listed, reopen_visits(listed.kept(), known, small)):
        assert one.count == 4
        assert [row.number for row in one.rows()] == [2, 4, 8, 9]
        assert next(one.told(ENGLISH["en"])) == SAID
    assert "Person 5" not in listed.kept()


def test_a_hidden_day_does_not_settle_how_days_are_written(small):
    book, written = openpyxl.Workbook(), BytesIO()
    for row in (["name", "date"], ["Ann", "03/04/2026"], ["Bo", "13/04/2026"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(written)
    assert open_visits(written, columns(small, ENGLISH), small).days.is_asked


def test_rows_without_numbers_are_counted():
    content = rewritten(by_openpyxl(), b"row r=", b"row t=")
    assert [flag for flag, _row in zip(are_hidden(sheet_of(content)), range(9), strict=False)] == [
        number in HIDDEN for number in range(1, 10)
    ]


def test_they_are_told_while_a_long_sheet_is_read():
    sheet = BytesIO(b"<s>" + b"<row hidden='1'/>" * 100_000)
    assert next(are_hidden(sheet))
    assert sheet.tell() == PIECE


@pytest.mark.parametrize("number", [b"x", b"9" * 30])
def test_a_number_that_is_none_is_told_as_damage(small, number):
    content = rewritten(by_openpyxl(), b'<row r="3"', b'<row r="' + number + b'"')
    with pytest.raises(VisitsError) as error:
        list(open_visits(BytesIO(content), columns(small, ENGLISH), small).rows())
    assert "damaged" in error.value.trouble.told(ENGLISH["en"])


def sheet_of(content) -> BytesIO:
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return BytesIO(parts.read("xl/worksheets/sheet1.xml"))
