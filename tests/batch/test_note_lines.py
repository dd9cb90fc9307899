"""A legend below a schedule gets no page."""

from io import BytesIO

import pytest

from prep.batch.cells.columns import columns
from prep.batch.visit_list import open_visits, reopen_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


@pytest.mark.parametrize(
    "line",
    ["Legend: IP = in person", "* = needs interpreter", "Key - C means cycle", "NAC = neoadj chemo", "Printed by Jo"],
)
def test_it_is_left_out_and_named_by_its_number(bank, line):
    content = f"Name,Stage,MRN\nAnn,II,4711\n{line},,\n".encode()
    listed = open_visits(BytesIO(content), columns(bank, ENGLISH), bank)
    for one in (listed, reopen_visits(listed.kept(), columns(bank, ENGLISH), bank)):
        assert [row.visit.name for row in one.rows()] == ["Ann"]
        assert "Row 3 is a note on the list, and no visit, so it is left out." in one.told(ENGLISH["en"])


@pytest.mark.parametrize(
    "line", ["Keyes Ann,,", "Key Ann,,", '"Key, Ann",,', "Noted Bo,,", "Legend: x,II,", "Lee: A,IV,"]
)
def test_whoever_is_called_so_or_says_more_is_a_person(bank, line):
    content = f"Name,Stage,MRN\n{line}\n".encode()
    assert len(list(open_visits(BytesIO(content), columns(bank, ENGLISH), bank).rows())) == 1
