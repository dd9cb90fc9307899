"""Holds the bank against the people in `scenarios.yaml`."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from prep.answers import Answers
from prep.selection import TOP, select

PEOPLE = YAML(typ="safe").load((Path(__file__).parent / "scenarios.yaml").read_text(encoding="utf-8"))
MUST_COVER = ("stage", "receptors", "treatment", "concerns")


@pytest.fixture(params=PEOPLE, ids=lambda person: person["name"])
def person(request, bank):
    """Someone in the file, whose answers and expectations name only what exists."""
    options = {(field.id, option.id) for field in bank.fields for option in field.options}
    told = {(field, option) for field, chosen in request.param["answers"].items() for option in chosen}
    assert told <= options, f"no such answer: {told - options}"
    known = {question.id for question in bank.questions}
    for kind in ("first", "on_page", "in_list", "not_shown"):
        assert set(request.param.get(kind, ())) <= known, f"{kind}: {set(request.param[kind]) - known}"
    return request.param


def test_everyone_finds_what_they_need_and_nothing_that_is_wrong(person, bank):
    selection = select(bank, Answers.of(person["answers"]))
    page = [pick.question.id for pick in selection.page_one]
    everything = {*page, *(pick.question.id for pick in selection.more)}
    assert set(person.get("first", ())) <= set(page[:TOP]), f"first are {page[:TOP]}"
    assert set(person.get("on_page", ())) <= set(page), f"the page is {page}"
    assert set(person.get("in_list", ())) <= everything
    assert not set(person["not_shown"]) & everything
    assert len(page) >= 8


def test_there_are_enough_people():
    assert len(PEOPLE) >= 40
    assert len({person["name"] for person in PEOPLE}) == len(PEOPLE)


@pytest.mark.parametrize("field", MUST_COVER)
def test_the_people_cover_every_answer(field, bank):
    told = {option for person in PEOPLE for option in person["answers"].get(field, ())}
    assert told == {option.id for option in bank.field(field).options}
