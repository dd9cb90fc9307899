"""No cell that we write runs in a spreadsheet, and none is changed for it when it comes back."""

import csv
from io import BytesIO, StringIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.formula_guard import guarded, unguarded
from prep.batch.rejected_rows import RejectedRows
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = Translator("en")
FORMULAS = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\tx", "\rx"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_would_run_is_text(cell):
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["", "Ann", "O'Hara", "'n Roll", "1 - 2", "a=b"])
def test_all_else_stays_as_it_is(cell):
    assert guarded(cell) == unguarded(cell) == cell


@pytest.mark.parametrize("name", FORMULAS[:4])
def test_a_rejected_row_comes_back_as_it_was(small, name):
    def visits(content):
        return open_visits(BytesIO(content), columns(small, {"en": ENGLISH}), small)

    line = StringIO()
    csv.writer(line).writerow([name, "nonsense"])
    listed = visits(b"name,side\n" + line.getvalue().encode())
    (bad,) = listed.rows()
    written = StringIO(newline="")
    RejectedRows(written, listed, ENGLISH).add(bad)
    for row in csv.reader(StringIO(written.getvalue())):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    mended = written.getvalue().replace("nonsense", "left")
    (good,) = visits(mended.encode()).rows()
    assert good.visit.name == name.strip()
