"""What is worth asking next: the fields left blank that could change most of the page."""

import pytest

from prep.bank.model_types import UNSURE
from prep.checklist.answers import Answers
from prep.checklist.informative_fields import blank_fields, informative_fields
from prep.checklist.selection import select
from tests.checklist.test_scenarios import PEOPLE, answers_of

EARLY = {"stage": ["early"], "er-pr": ["positive"], "her2": ["negative"], "treatment": ["follow-up"]}


def ids(fields) -> list[str]:
    return [field.id for field in fields]


def test_what_was_answered_is_not_asked_again(bank):
    asked = ids(informative_fields(bank, Answers.of(EARLY)))
    assert asked
    assert not EARLY.keys() & set(asked)
    assert "kind" not in ids(informative_fields(bank, Answers.of(EARLY | {"kind": [UNSURE]})))


def test_what_does_not_fit_the_person_is_not_asked(bank):
    assert "spread" not in ids(blank_fields(bank, Answers.of(EARLY)))
    assert "spread" in ids(blank_fields(bank, Answers.of({"stage": ["metastatic"]})))
    treatment = next(field for field in blank_fields(bank, Answers.of({"stage": ["early"]})) if field.id == "treatment")
    assert "metastatic-later" not in ids(treatment.options)
    assert UNSURE in ids(treatment.options)


def test_treatments_are_asked_for_by_name_and_not_here(bank):
    assert not [field for field in blank_fields(bank, Answers.of({})) if field.by_name or field.gathers]


def test_what_decides_most_is_asked_first(bank):
    assert ids(informative_fields(bank, Answers.of({})))[:2] == ["treatment", "stage"]


def test_a_field_that_changes_nothing_is_left_out(small):
    assert "concerns" in ids(blank_fields(small, Answers.of({"side": ["left"]})))
    assert ids(informative_fields(small, Answers.of({"side": ["left"], "age": ["old"]}))) == ["concerns"]


def test_where_nothing_is_left_nothing_is_asked(small):
    told = {"side": ["left"], "age": ["old"], "concerns": ["pain", "dancing", "future"]}
    assert informative_fields(small, Answers.of(told)) == ()


@pytest.mark.parametrize("person", PEOPLE[::20], ids=lambda person: person["name"])
def test_the_order_is_that_of_the_pages_that_each_answer_would_bring(bank, person):
    answers = answers_of(person, bank)
    now = _page(bank, answers)

    def new_lines(field) -> float:
        told = [option.id for option in field.options if option.id != UNSURE]
        pages = [_page(bank, Answers.of({**answers.by_field, field.id: [option]})) for option in told]
        return sum(len(page - now) for page in pages) / len(pages)

    gains = {field.id: new_lines(field) for field in blank_fields(bank, answers)}
    expected = [field for field in sorted(gains, key=lambda field: -gains[field]) if gains[field]]
    assert ids(informative_fields(bank, answers)) == expected


def _page(bank, answers) -> set[tuple[str, str]]:
    picks = select(bank, answers).page_one
    return {(pick.question.id, pick.wording.id if pick.wording else "") for pick in picks}
