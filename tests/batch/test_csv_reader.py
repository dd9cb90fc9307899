"""A list of visits as spreadsheets save it: read row by row, each mistake told where it is."""

from datetime import date
from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.files.csv_reader import LONGEST
from prep.batch.row_problem import VisitsError
from prep.batch.rows import BadRow, Row
from prep.batch.visit_list import open_visits
from prep.i18n import Translator
from tests.visit_lists import BROKEN, HEADINGS, LEFT_OUT, list_of

ENGLISH = {"en": Translator("en")}


@pytest.fixture
def rows(small):
    def rows(content) -> list:
        return list(open_visits(BytesIO(content), columns(small, ENGLISH), small).rows())

    return rows


@pytest.fixture
def refused(small):
    def refused(content) -> str:
        with pytest.raises(VisitsError) as error:
            open_visits(BytesIO(content), columns(small, ENGLISH), small)
        return error.value.trouble.told(ENGLISH["en"])

    return refused


def told(row) -> str:
    """Return what is said of a row, whether it is printed or not."""
    troubles = row.troubles if isinstance(row, BadRow) else row.unread
    assert troubles, row
    return " ".join(trouble.told(ENGLISH["en"]) for trouble in troubles)


LIST = "Side,Name,date\r\nLeft,Zoë,2026-11-24\r\n"


@pytest.mark.parametrize(
    "content",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        LIST.replace(",", ";").encode("utf-8-sig"),
        LIST.replace(",", "\t").encode("utf-16"),
        LIST.replace("\r\n", "\n").encode(),
        LIST.replace("\r\n", "\r").encode(),
        LIST.replace(",", "|").encode(),
        ("sep=,\r\n" + LIST).encode(),
        ("sep=|\r\n" + LIST.replace(",", "|")).encode(),
        ("\r\n,,\r\n" + LIST + ",,\r\n").encode().replace(b"\r\n,,\r\nSide", b"\r\nSide"),
        "date,Side,Name\n2026-11-24,left,Zoë\n".encode(),
        '"Side","Name","date"\n"left","Zoë","24.11.2026"'.encode(),
    ],
)
def test_it_is_read_as_any_spreadsheet_saves_it(rows, content):
    (row,) = rows(content)
    assert (row.visit.name, row.visit.day) == ("Zoë", date(2026, 11, 24))
    assert row.answers.to("side") == {"left"}


def test_a_row_has_the_number_that_the_spreadsheet_shows(rows):
    assert [row.number for row in rows(b"name\nAnn\n\nBo\n# a remark\nCy\n")] == [2, 4, 6]


def test_a_row_that_was_mended_keeps_its_number(rows):
    assert [row.number for row in rows(b"row,name,reason\n12,Ann,was wrong\n,Bo,\n")] == [12, 3]


def test_a_number_is_used_once(rows):
    _first, second = rows(b"row,name\n3,Ann\n,Bo\n")
    assert told(second) == "row is “3”. Another row has this number."
    assert [row.number for row in rows(b"row,name\n9,Ann\n9,Bo\n")] == [9, 3]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"sep=;\r\n"])
def test_an_empty_file_is_told_of(refused, content):
    assert "The file is empty" in refused(content)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Ann,left\n", "The first line must name the columns"),
        (b"%PDF-1.7\n\x00\xff\xfe\n", "This is a PDF."),
        (b"Zo\x81,name\n", "Some letters of this line cannot be read."),
        (b"sep=^\nname^side\nAnn^left\n", "The line “sep=^” says that “^” stands between the cells."),
        (b'"sep=x"\nnamexside\n', "says that “x” stands between the cells. Save the file again as “CSV UTF-8”, with"),
        (b"sep= \nname side\n", "stands between the cells."),
    ],
)
def test_headings_that_cannot_be_understood_stop_before_anything_is_printed(refused, content, said):
    assert said in refused(content)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.said[:40])
def test_each_mistake_is_told_and_harms_no_other_row(bank, broken):
    lines = [",".join(HEADINGS).encode(), b",Ann", broken.row, b",Bo"]
    before, row, after = open_visits(BytesIO(b"\n".join(lines)), columns(bank, ENGLISH), bank).rows()
    assert (before.visit.name, after.visit.name) == ("Ann", "Bo")
    assert row.number == 3
    assert told(row).startswith(broken.said)
    assert isinstance(row, Row) == broken.is_printed


def test_of_two_columns_of_one_name_the_first_counts_and_the_other_is_told_of(rows):
    same, other, empty = rows(b"name,side,Name\nAnn,left,Ann\nBo,left,Bob\n,left,Cy\n")
    assert same.unread == ()
    assert told(other) == "Name is “Bob”. Another column of this name says something else. The first one counts."
    assert (other.visit.name, empty.visit.name) == ("Bo", "Cy")


def test_the_name_that_schedules_use_is_the_patients(rows):
    (row,) = rows(b"Name,Pt name,side\nDr. Foo,Ann,left\n")
    assert row.visit.name == "Ann"


def test_all_mistakes_of_a_row_are_told_at_once(rows):
    (row,) = rows(b"side,age,name\nlower,ancient,Ann\n")
    assert "lower" in told(row)
    assert "ancient" in told(row)


def test_a_line_without_end_is_told_of_in_few_words(rows):
    bad, good = rows(b"name,side\n" + b"x" * (LONGEST + 1) + b"\nAnn,left\n")
    assert told(bad) == "This line is far too long for a visit."
    assert isinstance(good, Row)


def test_a_long_cell_is_repeated_only_in_part(rows):
    (bad,) = rows(b"side\n" + b"x" * 5000)
    assert len(told(bad)) < 300


def test_a_cell_that_holds_a_page_of_notes_is_named_at_once(rows):
    (row,) = rows(b"name,side,age\nAnn," + b"left " * 1000 + b",old\n")
    assert told(row).endswith("This is far too long for an answer. Write only what the heading asks.")


def test_a_thousand_rows_are_read_as_they_are_asked_for(bank):
    listed = open_visits(BytesIO(list_of(1000)), columns(bank, ENGLISH), bank).rows()
    assert isinstance(next(listed), Row)
    rest = list(listed)
    assert sum(isinstance(row, BadRow) for row in rest) == LEFT_OUT
    assert sum(isinstance(row, Row) and bool(row.unread) for row in rest) == len(BROKEN) - LEFT_OUT
    assert len(rest) == 999
