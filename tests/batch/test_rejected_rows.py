"""The rows that were left out are a list of their own: nothing is lost, and once mended it prints."""

from io import BytesIO, StringIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.rows import BadRow, Row
from prep.batch.visit_list import open_visits
from prep.i18n import Translator
from tests.visit_lists import LEFT_OUT, list_of

ENGLISH = Translator("en")


def read(bank, content):
    listed = open_visits(BytesIO(content), columns(bank, {"en": ENGLISH}), bank)
    return listed, list(listed.rows())


def to_mend(bank, content) -> bytes:
    listed, rows = read(bank, content)
    stream = StringIO(newline="")
    left_out = RejectedRows(stream, listed, ENGLISH)
    for row in rows:
        if isinstance(row, BadRow):
            left_out.add(row)
    return stream.getvalue().encode(ENCODING, ERRORS)


def test_a_row_comes_with_its_number_and_reason(small):
    made = to_mend(small, b"name;side\nAnn;left\nBo;lower\n").decode("utf-8-sig")
    heading, row = made.splitlines()
    assert heading == "row;name;side;reason"
    assert row.startswith("3;Bo;lower;")
    assert "side is “lower”." in row


def test_mended_it_is_read_under_the_same_number(small):
    made = to_mend(small, b"name,side\nAnn,left\nBo,lower\n")
    (row,) = read(small, made.replace(b"lower", b"left", 1))[1]
    assert isinstance(row, Row)
    assert (row.number, row.visit.name, row.answers.to("side")) == (3, "Bo", {"left"})


def test_left_as_it_is_it_comes_back_with_no_more_columns(small):
    once = to_mend(small, b"name,side\nBo,lower\n")
    assert to_mend(small, once) == once


def test_no_broken_row_is_lost(bank):
    made = to_mend(bank, list_of(60))
    assert len(read(bank, made)[1]) == LEFT_OUT
    assert b"Zo\x81" in made, "bytes that could not be read are written back as they were"
    assert made.splitlines()[-2].split(b",", 1)[1].startswith(b",,"), "a cell too many may be anything: none is written"


@pytest.mark.parametrize(
    "row", [b'482001,"Ann" Lee,MBC', b"482001,Ann,MBC,early", b'Ann,"482001" Lee,'], ids=["quotes", "too many", "first"]
)
@pytest.mark.parametrize("heading", [b",name,dx", b"MRN,name,dx", b"name,,dx"])
def test_a_record_number_below_no_heading_of_ours_is_written_nowhere(bank, heading, row):
    listed, (bad, _good) = read(bank, heading + b"\n" + row + b"\nBo,Bo,MBC\n")
    assert isinstance(bad, BadRow)
    assert "482001" not in listed.kept()
    assert b"482001" not in to_mend(bank, heading + b"\n" + row + b"\n")


def test_a_hidden_row_that_is_run_again_as_it_is_prints_no_page_without_a_name(bank):
    once = to_mend(bank, b'MRN,name,dx\n482001,"Ann" Lee,MBC\n')
    (again,) = read(bank, once)[1]
    assert isinstance(again, BadRow)
    assert again.number == 2
    assert again.troubles[0].told(ENGLISH).startswith("This row says nothing but its number.")
