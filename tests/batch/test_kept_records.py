"""A list that travels in a page is the same list, without the columns that are not read, and nothing else is taken."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.files.csv_reader import DELIMITERS
from prep.batch.row_problem import VisitsError
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator
from tests.batch.make_files import FOLDER
from tests.visit_lists import list_of

ENGLISH = {"en": Translator("en")}


@pytest.mark.parametrize("name", ["04-formulas.xlsx", "08-excel-german.csv", "13-lines-in-cells.csv", "24-guarded.csv"])
def test_it_is_the_same_list(bank, name):
    known = columns(bank, ENGLISH)
    with (FOLDER / name).open("rb") as file:
        first = open_visits(file, known, bank)
        again = reopen_visits(first.kept(), known, bank)
        assert _read(again) == _read(first)
        assert again.records.remarks == first.records.remarks


@pytest.mark.parametrize("name", ["04-formulas.xlsx", "06-title-above.xlsx", "13-lines-in-cells.csv"])
def test_what_is_not_read_stays_behind(bank, name):
    with (FOLDER / name).open("rb") as file:
        listed = open_visits(file, columns(bank, ENGLISH), bank)
        place = listed.known.headings.index("MRN")
        numbers = {one.cells[place] for one in listed.records.records() if one.number > listed.known.line}
        kept = listed.kept()
    assert min(numbers) >= "48200"
    assert [number for number in numbers if number in kept] == []


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_whatever_divides_its_cells(bank, delimiter):
    known = columns(bank, ENGLISH)
    first = open_visits(BytesIO(f"name{delimiter}stage\nAnn{delimiter}dcis\n".encode()), known, bank)
    again = reopen_visits(first.kept(), known, bank)
    assert (again.delimiter, _read(again)) == (delimiter, _read(first))


def test_rows_that_cannot_be_read_are_still_none(bank):
    known = columns(bank, ENGLISH)
    first = open_visits(BytesIO(list_of(60)), known, bank)
    assert _read(reopen_visits(first.kept(), known, bank)) == _read(first)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{}",
        "null",
        '{"rows": []}',
        '{"rows": [{"number": 0, "cells": ["stage"]}]}',
        '{"rows": [], "delimiter": "x"}',
        '{"rows": [], "delimiter": ",,"}',
    ],
)
def test_anything_else_is_refused(bank, kept):
    with pytest.raises(VisitsError):
        reopen_visits(kept, columns(bank, ENGLISH), bank)


def _read(listed):
    return [(row.number, getattr(row, "answers", None), getattr(row, "visit", None)) for row in listed.rows()]
