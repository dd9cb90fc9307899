"""Thirty lists as real programs save them: what a person would read in their two hundred rows, against what is read."""

from collections import Counter

import pytest
import yaml

from prep.batch.cells.columns import columns
from prep.batch.cells.dates import DateOrder
from prep.batch.rows import Row
from prep.batch.visit_list import open_visits
from prep.checklist.former_answers import current_answers
from prep.i18n import Translator
from tests.batch.make_files import EXPECTED, FOLDER

TABLE = yaml.safe_load(EXPECTED.read_text(encoding="utf-8"))
LARGEST = 20_000


@pytest.fixture(scope="module")
def read(bank):
    """Read every list once: the outcome of each row, by file and number."""
    known = columns(bank, {"en": Translator("en")})
    found = {}
    for name in TABLE:
        with (FOLDER / name).open("rb") as file:
            listed = open_visits(file, known, bank)
            rows = listed.rows(DateOrder.MONTH_FIRST if listed.days.is_asked else None)
            found |= {(name, row.number): row for row in rows}
    return found


def judged(bank, row, wanted) -> str:
    """Return whether a row was read right, wrong, or only in part."""
    answers = current_answers(bank, row.answers).by_field if isinstance(row, Row) else {}
    told = {field: set(options) for field, options in wanted.items() if field not in {"name", "day"}}
    if any(not set(options) <= told.get(field, set()) for field, options in answers.items()):
        return "wrong"
    if not isinstance(row, Row):
        return "in part" if told else "right"
    if (row.visit.name, row.visit.day) not in {(wanted["name"], wanted["day"]), (wanted["name"], None)}:
        return "wrong"
    return "right" if {field: set(one) for field, one in answers.items()} == told and row.visit.day else "in part"


def test_nineteen_of_twenty_rows_are_read_right_and_none_wrong(bank, read):
    verdicts = {
        (name, number): judged(bank, read.get((name, number)), wanted)
        for name, rows in TABLE.items()
        for number, wanted in rows.items()
    }
    counts = Counter(verdicts.values())
    assert sum(counts.values()) == 200
    assert [place for place, verdict in verdicts.items() if verdict == "wrong"] == []
    assert counts["right"] >= 190, [place for place, verdict in verdicts.items() if verdict != "right"]


def test_every_row_is_in_the_table_and_has_the_number_that_a_spreadsheet_shows(read):
    assert set(read) == {(name, number) for name, rows in TABLE.items() for number in rows}


def test_every_list_is_small_and_there_are_thirty():
    lists = [path for path in FOLDER.iterdir() if path != EXPECTED]
    assert {path.name for path in lists} == set(TABLE)
    assert len(lists) == 30
    assert max(path.stat().st_size for path in lists) <= LARGEST


def test_no_record_number_is_kept_of_any_row(read):
    for row in read.values():
        assert not any(cell.startswith("482") for cell in row.cells)
