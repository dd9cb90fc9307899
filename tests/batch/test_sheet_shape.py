"""A sheet is read as people see it: hidden rows are left out and named, and cells that show what they do not say."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from prep.batch.cells.columns import columns
from prep.batch.files.sheet_shape import MOST_BESIDE, shape_of
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}
ROWS = [["name", "side"], *[[f"Person {number}", "left"] for number in range(2, 10)]]
HIDDEN = {3, 5, 6, 7}
NAMED = ", ".join(f"{number} (Person {number})" for number in sorted(HIDDEN))
SAID = f"Rows {NAMED} are hidden in the workbook, so they are left out."


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
    assert listed.kept().count("left") == 4, "of a hidden row only the name travels"


def test_of_many_hidden_rows_the_first_are_named(small):
    book, written = openpyxl.Workbook(), BytesIO()
    book.active.append(["name", "side"])
    for number in range(2, 103):
        book.active.append([f"Person {number}", "left"])
        book.active.row_dimensions[number].hidden = number < 102
    book.save(written)
    listed = open_visits(written, columns(small, ENGLISH), small)
    assert "41 (Person 41), 42–101 are hidden" in next(listed.told(ENGLISH["en"]))
    assert len(listed.hidden()) == 41


def test_a_hidden_day_does_not_settle_how_days_are_written(small):
    book, written = openpyxl.Workbook(), BytesIO()
    for row in (["name", "date"], ["Ann", "03/04/2026"], ["Bo", "13/04/2026"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.save(written)
    assert open_visits(written, columns(small, ENGLISH), small).days.is_asked


def test_rows_and_cells_without_numbers_are_counted():
    shape = shape_of(BytesIO(b"<s><row/><row hidden='1'><c/><c><v>1</v></c></row><row r='9' hidden='0'/></s>"))
    assert [row for row in range(1, 10) if shape.is_hidden(row)] == [2]
    assert (shape.last_row, shape.last_column) == (2, 2)


def test_words_that_stand_for_others_are_not_read():
    with pytest.raises(ValueError, match=r"^$"):
        shape_of(BytesIO(b"<!DOCTYPE s [<!ENTITY a 'b'>]><s/>"))


def test_a_cell_merged_over_several_patients_is_named_in_each_but_the_first(small):
    content = saved([["name", "side", "age"], ["Ann", "left", "old"], ["Bo", None, "new"], ["Cy", None, None]], "B2:B4")
    ann, bo, cy = open_visits(BytesIO(content), columns(small, ENGLISH), small).rows()
    assert ann.unread == ()
    said = "side is “(merged)”. This cell is merged with the one above. Write into each row what is meant for it."
    assert [[one.told(ENGLISH["en"]) for one in row.unread] for row in (bo,)] == [[said]]
    assert [one.told(ENGLISH["en"]) for one in cy.troubles] == [said]


def test_what_is_merged_makes_no_visit_of_an_empty_row_and_no_harm_to_a_title(small):
    content = saved([["Breast clinic"], [], ["name", "side"], ["Ann", "left"], []], "A1:B2", "A4:A5", "B4:B5")
    (row,) = open_visits(BytesIO(content), columns(small, ENGLISH), small).rows()
    assert row.unread == ()


def test_a_formula_that_was_never_computed_is_named(small):
    content = saved([["name", "side", "age"], ["Ann", "left", '=IF(1,"old","")']])
    (row,) = open_visits(BytesIO(content), columns(small, ENGLISH), small).rows()
    assert [one.told(ENGLISH["en"]) for one in row.unread] == [
        "age is “(no value)”. This formula was never computed. Open the list in your spreadsheet, save it, "
        "and send it again."
    ]


def test_a_formula_that_says_nothing_is_an_empty_cell(small):
    content = saved([["name", "side", "age"], ["Ann", "left", "=IF(1,B9,B9)"]])
    (row,) = open_visits(
        BytesIO(rewritten(content, b'<c r="C2">', b'<c r="C2" t="str">')), columns(small, ENGLISH), small
    ).rows()
    assert row.unread == ()


def test_cells_merged_upon_each_other_are_told_as_damage(small):
    content = saved([["name", "age"], ["Ann", "old"], [None, "new"]], "A2:A3")
    pile = b'<mergeCell ref="A2:A3"/>' * (MOST_BESIDE + 1)
    with pytest.raises(VisitsError):
        open_visits(BytesIO(rewritten(content, b'<mergeCell ref="A2:A3"/>', pile)), columns(small, ENGLISH), small)


def saved(rows, *merged) -> bytes:
    book, written = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    for area in merged:
        book.active.merge_cells(area)
    book.save(written)
    return written.getvalue()
