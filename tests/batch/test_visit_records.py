"""Every line below the headings is a visit, but for what our own template wrote there: nobody vanishes silently."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.column_letters import letters_of
from prep.batch.rows import Row
from prep.batch.template import blank_list
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


@pytest.fixture
def opened(small):
    """Open a list as it is sent."""

    def opened(content, **options):
        return open_visits(BytesIO(content), columns(small, ENGLISH), small, **options)

    return opened


@pytest.mark.parametrize("first", ["#N/A", "#REF!", "#12", "#", "# 12", "#VALUE!", "# Ann"])
def test_a_patient_whose_first_cell_begins_with_the_sign_of_remarks_is_a_patient(opened, first):
    rows = opened(f"MRN,name,side\n{first},Ann,left\n{first},Bo,\n".encode()).rows()
    assert [row.visit.name for row in rows] == ["Ann", "Bo"]


def test_a_formula_that_failed_costs_its_cell_and_is_named(opened):
    (row,) = opened(b"name,side\n#REF!,left\n").rows()
    assert row.answers.to("side") == {"left"}
    assert row.visit.name == ""
    assert [one.told(ENGLISH["en"]) for one in row.unread] == [
        "name is “#REF!”. A formula failed here. Write what it should say."
    ]


@pytest.mark.parametrize(("row", "is_divided"), [("Ann;left", False), ("Ann\tleft", False), ("Lee, Ann", True)])
def test_a_row_that_is_divided_otherwise_is_no_long_name(opened, row, is_divided):
    (bad,) = opened(f"name|side\n{row}\n".encode()).rows()
    assert isinstance(bad, Row) == is_divided


def test_what_stands_below_no_heading_is_named(opened):
    listed = opened(b"name,,side,,\nAnn,Lee,left,,\nBo,,right,,x\n,,,,\n")
    assert list(listed.told(ENGLISH["en"])) == [
        "No heading stands above what is in these columns, so they were not read: B, E."
    ]


def test_columns_are_called_as_spreadsheets_call_them():
    assert [letters_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_remark_is_a_line_of_text_and_nothing_else(opened):
    listed = opened(b"name,side,age\n# Ann is on holiday,,\n# Bo,left\n# Cy;left;old\nDi,left,\n")
    assert [row.number for row in listed.rows()] == [3, 4, 5]


def test_only_the_example_itself_is_passed_over(opened):
    content = b"name,with,date\nAnn Example,Dr. Example,2026-11-24\nAnn Example,Dr. Lee,\nBo Lee,Dr. Example,\n"
    listed = opened(content)
    assert [row.number for row in listed.rows()] == [3, 4]
    assert list(listed.told(ENGLISH["en"])) == ["Row 2 is the example of the empty list, so it is left out."]


def test_the_example_does_not_settle_how_days_are_written(opened):
    listed = opened(b"name,with,date\nAnn Example,Dr. Example,11/24/2026\nBo,Dr. Lee,03/04/2026\n")
    assert listed.days.is_asked


def test_the_lines_of_our_template_are_none_even_behind_a_column_of_ones_own(opened, small):
    headings, _example, *remarks = blank_list(columns(small, ENGLISH)).splitlines()
    moved = "\n".join([f"MRN,{headings}", *(f",{line}" for line in remarks), "A4711,Ann"])
    assert opened(moved.encode()).count == 1


FOOTED = b"MRN,name,side\n4711,Ann,left\nPrinted for 4712,,\n4713,Bo,right\n,,\n4714,,\n4715,,\n"


def test_a_line_that_holds_nothing_in_columns_that_are_read_is_named_and_goes_no_further(opened, small):
    listed = opened(FOOTED)
    assert listed.count == 2
    for one in (listed, reopen_visits(listed.kept(), columns(small, ENGLISH), small)):
        assert [(row.number, row.visit.name) for row in one.rows()] == [(2, "Ann"), (4, "Bo")]
        assert list(one.passed_over(ENGLISH["en"])) == [
            "Rows 3, 6–7 hold nothing in columns that are read, so they are left out."
        ]
    assert "471" not in listed.kept()


@pytest.mark.parametrize("line", ["x,# Bo,", "see chart,Total,", "4711,12,"])
def test_a_visit_stays_one_when_the_columns_that_are_not_read_are_gone(opened, small, line):
    listed = opened(f"Notes,name,side\n,Ann,left\n{line}\n".encode())
    again = reopen_visits(listed.kept(), columns(small, ENGLISH), small)
    assert [row.number for row in again.rows()] == [row.number for row in listed.rows()]


def test_a_blank_row_among_those_kept_is_no_fault(opened, small):
    kept = opened(b"name,side\nAnn,left\n").kept().replace('"Ann","left"', '"",""')
    assert [row.visit.name for row in reopen_visits(kept, columns(small, ENGLISH), small).rows()] == [""]
