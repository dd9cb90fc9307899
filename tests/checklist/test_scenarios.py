"""Holds the bank against the people in `scenarios.yaml`."""

from collections import Counter
from pathlib import Path

import pytest

from prep.bank.yaml_file import read_yaml
from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.former_answers import current_answers
from prep.checklist.page import TOP
from prep.checklist.person import Person
from prep.checklist.selection import select

PEOPLE = read_yaml((Path(__file__).parents[1] / "scenarios.yaml").read_text(encoding="utf-8"))
SAME_AS_NOW = dict.fromkeys(("treatments-before", "treatments-stopped-working", "treatments-too-hard"), "treatments")
"""Fields that offer what another one offers, and the one that gathers those."""

EXPECTATIONS = {"first", "on_page", "in_list", "within_reach", "not_on_page", "not_shown", "notices"}
TOPICS = {"musts", "own"}
"""Lists of topics, each with the questions that raise it: one of them is enough."""


def told(person) -> dict[str, list[str]]:
    answers = person["answers"].items()
    return {field: [chosen] if isinstance(chosen, str) else chosen for field, chosen in answers}


def answers_of(person, bank) -> Answers:
    """Return what a person tells us in today's fields: many were written down by the ids of earlier banks."""
    return current_answers(bank, Answers.of(told(person)))


@pytest.fixture(params=PEOPLE, ids=lambda person: person["name"])
def person(request, bank):
    """Someone in the file, whose answers and expectations name only what exists."""
    assert set(request.param) <= {"name", "answers", *EXPECTATIONS, *TOPICS}
    options = {(field.id, option.id) for field in bank.accepted_fields for option in field.options}
    answers = {(field, option) for field, chosen in told(request.param).items() for option in chosen}
    assert answers <= options, f"no such answer: {answers - options}"
    known = {entry.id for entry in (*bank.questions, *bank.notices)}
    for kind in EXPECTATIONS:
        named = set(request.param.get(kind, ()))
        assert named <= known, f"{kind}: no such id: {named - known}"
    raising = {id_ for kind in TOPICS for topic in request.param.get(kind, ()) for id_ in topic}
    assert raising <= known, f"no such id: {raising - known}"
    return request.param


def test_everyone_finds_what_they_need_and_nothing_that_is_wrong(person, bank):
    selection = select(bank, answers_of(person, bank))
    expected = {kind: set(person.get(kind, ())) for kind in EXPECTATIONS}
    page = [pick.question.id for pick in selection.page_one]
    everything = {pick.question.id for pick in selection.all}
    offered = {*page, *(pick.question.id for pick in selection.more)}
    assert expected["first"] <= set(page[:TOP]), f"first are {page[:TOP]}"
    assert expected["on_page"] <= set(page), f"the page is {page}"
    assert expected["in_list"] <= offered, f"not offered: {expected['in_list'] - offered}"
    assert expected["within_reach"] <= everything
    assert not expected["not_on_page"] & set(page)
    assert not expected["not_shown"] & everything
    assert {notice.id for notice in selection.notices} == expected["notices"]
    assert len(page) >= 8


def raised(bank, kind) -> tuple[float, float]:
    """Return which share of the topics is raised on page one, and which share by anything offered."""
    topics = on_page = offered = 0
    for person in PEOPLE:
        selection = select(bank, answers_of(person, bank))
        page = {pick.question.id for pick in selection.page_one}
        beside = {pick.question.id for pick in selection.more}
        for topic in person.get(kind, ()):
            topics += 1
            on_page += not page.isdisjoint(topic)
            offered += not (page | beside).isdisjoint(topic)
    return on_page / topics, offered / topics


def test_nine_of_ten_topics_that_experts_insist_on_are_on_page_one(bank):
    on_page, offered = raised(bank, "musts")
    assert on_page >= 0.9
    assert offered >= 0.98


def test_what_people_wanted_to_know_is_on_page_one_or_offered(bank):
    on_page, offered = raised(bank, "own")
    assert on_page >= 0.6
    assert offered >= 0.92


def test_no_line_is_on_more_than_half_of_the_pages(bank):
    pages = Counter(pick.question.id for person in PEOPLE for pick in select(bank, answers_of(person, bank)).page_one)
    ((most_frequent, count),) = pages.most_common(1)
    assert count <= len(PEOPLE) / 2, most_frequent


def test_what_is_settled_is_nowhere(bank):
    for person in PEOPLE:
        answers = answers_of(person, bank)
        open_agendas = fitting(bank, Person(bank, answers)).agendas
        settled = {question for agenda in open_agendas for question in agenda.settled}
        assert settled.isdisjoint(pick.question.id for pick in select(bank, answers).all), person["name"]


def test_there_are_enough_people():
    assert len(PEOPLE) >= 80
    assert len({person["name"] for person in PEOPLE}) == len(PEOPLE)


def test_the_people_cover_every_answer_of_the_form(bank):
    """Of fields that offer the same options, one is enough for each option."""
    everyone = [answers_of(person, bank) for person in PEOPLE]
    shared = {field: gathering.id for gathering in bank.fields for field in gathering.gathers} | SAME_AS_NOW
    given = {
        (shared.get(field, field), one)
        for answers in everyone
        for field, options in answers.by_field.items()
        for one in options
    }
    offered = {(shared.get(field.id, field.id), option.id) for field in bank.asked_fields for option in field.options}
    assert offered <= given, f"nobody gave {offered - given}"
    assert {field.id for field in bank.asked_fields} <= {field for one in everyone for field in one.by_field}
