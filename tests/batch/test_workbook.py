"""Workbooks are read as people see them; what would harm, or is none, is refused in words that help."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from prep.batch.cells.columns import columns
from prep.batch.files.workbook import MOST_COLUMNS, MOST_PARTS
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits
from prep.i18n import Translator
from tests.batch.make_files import FOLDER

ENGLISH = {"en": Translator("en")}
REFUSED = FOLDER.with_name("refused")
SAVED_AGAIN = FOLDER.with_name("saved_again")
RESULTS = FOLDER / "02-openpyxl.xlsx"
SHEETS = FOLDER / "05-two-sheets.xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.fixture
def opened(bank):
    """Open a list of any kind."""

    def opened(content, **options):
        return open_visits(BytesIO(content), columns(bank, ENGLISH), bank, **options)

    return opened


def refusal(opened, content, **options) -> str:
    with pytest.raises(VisitsError) as error:
        opened(content, **options)
    return error.value.trouble.told(ENGLISH["en"])


def changed(path, **parts) -> bytes:
    """Return a workbook with parts put into the place of its own, or beside them."""
    written = BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return written.getvalue()


def filled_in(path) -> bytes:
    """Return our template with another doctor in the place of the example's."""
    if path.suffix == ".csv":
        return path.read_bytes().replace(b"Dr. Example", b"Dr. Filled")
    with zipfile.ZipFile(path) as parts:
        strings = parts.read("xl/sharedStrings.xml")
    return changed(path, **{"xl/sharedStrings.xml": strings.replace(b"Dr. Example", b"Dr. Filled")})


def damaged(path) -> bytes:
    """Return a workbook with some bytes of a part turned over."""
    content = bytearray(path.read_bytes())
    for place in range(600, 640):
        content[place] ^= 0xFF
    return bytes(content)


def test_the_first_sheet_is_read_and_the_others_are_named(opened):
    listed = opened(SHEETS.read_bytes())
    assert listed.count == 7
    assert next(listed.read_how(ENGLISH["en"])).startswith("Only the first sheet was read.")
    assert opened(SHEETS.read_bytes(), sheet="Monday").count == 7
    assert "The workbook has: Monday, Notes." in refusal(opened, SHEETS.read_bytes(), sheet="Friday")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (lambda: (REFUSED / "schedule.xls").read_bytes(), "This is a file of an old Excel (.xls). Open it"),
        (lambda: (REFUSED / "schedule.ods").read_bytes(), "This is an OpenDocument file (.ods). Open it"),
        (lambda: (REFUSED / "schedule.html").read_bytes(), "This is a web page under another name"),
        (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "This file has a password."),
        (lambda: b"%PDF-1.7\n", "This is a PDF."),
        (lambda: b"{\\rtf1 ...}", "This is a text document."),
        (lambda: b"\x89PNG\r\n", "This is a picture."),
        (lambda: b"II*\0\x08\0\0\0", "This is a picture."),
        (lambda: b"\n%PDF-1.7\n", "This is a PDF."),
        (lambda: "<html><table>".encode("utf-16"), "This is a web page under another name"),
        (lambda: b"<?xml version='1.0'?><Workbook/>", "This is an XML file under another name"),
        (lambda: b"BEGIN:VCALENDAR\r\n", "This is a calendar."),
        (lambda: b"\x1f\x8b\x08\0", "This is a packed file."),
        (lambda: b"7z\xbc\xaf\x27\x1c", "This is a packed file."),
        (lambda: b"PK\x05\x06" + b"\0" * 18, "This is a zip file, and no workbook."),
        (lambda: b"MZ\x90\0\x03\0\0\0", "This is neither a workbook nor text. Ask the schedule"),
        (lambda: OLE + "WordDocument".encode("utf-16-le"), "This is a Word document."),
        (lambda: b"PK\x03\x04 cut off", "This workbook is damaged."),
        (lambda: RESULTS.read_bytes()[:-400], "This workbook is damaged."),
        (lambda: damaged(RESULTS), "This workbook is damaged."),
        (lambda: changed(RESULTS, **{"xl/vbaProject.bin": b"x"}), "This workbook holds macros."),
        (lambda: changed(RESULTS, **{"xl/worksheets/sheet1.xml": b"<no"}), "This workbook is damaged."),
        (lambda: changed(RESULTS, **{"word/document.xml": b"<x/>"}), "This is a Word document."),
        (lambda: changed(RESULTS, **{f"x/{number}": b"" for number in range(MOST_PARTS)}), "too large"),
    ],
)
def test_anything_else_is_named_with_what_to_do(opened, content, said):
    assert said in refusal(opened, content())


def test_a_bomb_is_refused_before_it_is_unpacked(opened):
    bomb = changed(RESULTS, **{"xl/sharedStrings.xml": b" " * 9_000_000})
    assert len(bomb) < 30_000
    assert "too large" in refusal(opened, bomb, most_unpacked=8_000_000)


def test_a_million_words_within_words_are_not_unfolded(opened):
    inner = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY x0 "ha">{inner}]><sst><si><t>&x8;</t></si></sst>'
    assert "damaged" in refusal(opened, changed(RESULTS, **{"xl/sharedStrings.xml": bomb.encode()}))


def with_sheet(rows) -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return changed(RESULTS, **{"xl/worksheets/sheet1.xml": sheet.encode()})


def cell(row, text) -> str:
    return f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def test_a_patient_far_below_is_not_lost(opened):
    rows = cell(1, "name") + "".join(f'<row r="{row}"/>' for row in range(2, 900)) + cell(1001, "Ann")
    assert [row.number for row in opened(with_sheet(rows)).rows()] == [1001]
    assert "Row 1048576 stands below more than 1000 empty rows." in refusal(
        opened, with_sheet(rows + cell(1048576, "Bo"))
    )


def test_a_million_rows_of_mere_looks_are_not_waited_for(opened):
    rows = cell(1, "name") + cell(2, "Ann") + '<row r="1048576" s="1"><c r="A1048576" s="1"/></row>'
    listed = opened(with_sheet(rows))
    assert (listed.count, listed.records._shape.last_row) == (1, 2)


@pytest.mark.parametrize("numbers", [(1, 3, 2), (1, 2, 2), (1, 1048577), (1, 999999999999)])
def test_rows_in_no_order_are_told_as_damage(opened, numbers):
    assert "damaged" in refusal(opened, with_sheet("".join(cell(number, "name") for number in numbers)))


def test_a_column_too_far_to_the_right_is_not_lost_silently(opened):
    book, written = openpyxl.Workbook(), BytesIO()
    book.active.append(["name"])
    book.active.cell(2, MOST_COLUMNS + 1).value = "left"
    book.save(written)
    assert "more than 200 columns" in refusal(opened, written.getvalue())


def test_a_row_of_spaces_is_no_visit(opened):
    assert opened(with_sheet(cell(1, "name") + cell(2, " ") + cell(3, "Ann"))).count == 1


@pytest.mark.parametrize("name", ["us.xlsx", "german.xlsx", "us.csv", "german.csv"])
def test_the_example_left_in_it_is_passed_over_and_named(opened, name):
    listed = opened((SAVED_AGAIN / name).read_bytes())
    assert list(listed.rows()) == []
    assert listed.days.is_settled_by_list is False
    assert list(listed.told(ENGLISH["en"])) == ["Row 2 is the example of the empty list, so it is left out."]


@pytest.mark.parametrize("name", ["us.xlsx", "german.xlsx", "us.csv", "german.csv"])
def test_our_template_saved_again_by_a_spreadsheet_is_the_same_list(opened, name):
    (row,) = opened(filled_in(SAVED_AGAIN / name)).rows()
    assert (row.visit.name, row.visit.day, row.visit.with_whom) == ("Ann Example", date(2026, 11, 24), "Dr. Filled")
    assert row.answers.to("concerns") == {"side-effects", "choosing-treatment"}
    assert row.unread == ()


def test_a_share_is_read_as_it_is_shown(opened):
    book, written = openpyxl.Workbook(), BytesIO()
    for line in (["Name", "Stage", "ER", "PR"], ["Ann", "II", 0.95, 0], ["Bo", "II", 0, 0.004], ["Cy", "II", 0.95, 1]):
        book.active.append(line)
    for row in book.active.iter_rows(min_row=2, max_row=3, min_col=3):
        for cell in row:
            cell.number_format = "0%"
    book.save(written)
    ann, bo, cy = opened(written.getvalue()).rows()
    assert (ann.answers.to("er-pr"), bo.answers.to("er-pr")) == ({"positive"}, {"negative"})
    assert cy.answers.to("er-pr") == set()
