"""The empty list that a navigator starts from."""

import csv
from io import BytesIO, StringIO

from prep.batch.cells.columns import columns
from prep.batch.rows import Row
from prep.batch.template import blank_list
from prep.batch.visit_list import open_visits
from prep.i18n import Translator

ENGLISH = {"en": Translator("en")}


def with_the_first_visit_of(name, blank) -> BytesIO:
    """Fill in the list in the place of its example."""
    assert "\nAnn Example," in blank
    return BytesIO(blank.replace("\nAnn Example,", f"\n{name},").encode("utf-8-sig"))


def test_its_example_is_a_row_that_prints_once_somebodys_name_stands_there(bank):
    known = columns(bank, ENGLISH)
    (row,) = open_visits(with_the_first_visit_of("Bo Lee", blank_list(known)), known, bank).rows()
    assert isinstance(row, Row)
    assert row.visit.name == "Bo Lee"
    assert row.answers.to("concerns") == {"side-effects", "choosing-treatment"}


def test_every_answer_stands_under_its_heading_and_can_be_copied(bank):
    lines = list(csv.reader(StringIO(blank_list(columns(bank, ENGLISH)))))
    for field in bank.asked_fields:
        place = lines[0].index(field.id)
        assert [line[place] for line in lines[3:] if line[place]] == [option.id for option in field.options]
    assert all(line[0].startswith("#") for line in lines[2:])


def test_language_is_asked_only_where_there_is_a_choice(small):
    both = ENGLISH | {"de": Translator("de")}
    assert "language" not in blank_list(columns(small, ENGLISH))
    assert "language" in blank_list(columns(small, both))


def test_a_bank_may_call_a_field_as_we_call_a_column(small):
    field = small.fields[0].model_copy(update={"id": "name"})
    bank = small.model_copy(update={"fields": (field, *small.fields[1:])})
    known = columns(bank, ENGLISH)
    headings = blank_list(known).splitlines()[0].split(",")
    assert len(headings) == len(set(headings))
    (row,) = open_visits(with_the_first_visit_of("Bo Lee", blank_list(known)), known, bank).rows()
    assert (row.visit.name, row.answers.to("name")) == ("Bo Lee", {"left"})
