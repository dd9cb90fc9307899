"""A list is read in whatever its letters are written, with a mark or without."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.files.encoding import encoding_of
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}
LIST = "Name,Side\r\nZoë,left\r\nŁucja,right\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_names_are_read_as_they_are_written(small, encoding):
    listed = open_visits(BytesIO(LIST.encode(encoding)), columns(small, ENGLISH), small)
    assert [row.visit.name for row in listed.rows()] == ["Zoë", "Łucja"]
    assert listed.records.remarks == ()


@pytest.mark.parametrize("start", [b"", b"a", b"name\0,side", b"\0" * 100, b"na\0me,side\nA\0nn"])
def test_a_nought_here_and_there_is_no_other_encoding(start):
    assert encoding_of(start) == "utf-8-sig"
