import pytest
from pydantic import ValidationError

from prep.bank.agendas import MOST_LINES, Agenda, Fact

STAIRS = {
    "id": "stairs",
    "text": "Often asked by people with stairs.",
    "applies_to": {"side": ["left"]},
    "questions": ["climb"],
    "sources": [{"id": "knee-book", "at": "Page 2"}],
    "source_checked": "2026-01-06",
}


def test_an_agenda_begins_in_the_first_turn_and_settles_nothing_unless_it_says_so():
    agenda = Agenda.model_validate(STAIRS)
    assert (agenda.turn, agenda.gated, agenda.deadlines, agenda.unknowns, agenda.settled) == (1, (), (), (), ())


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("questions", []),
        ("questions", ["climb"] * (MOST_LINES + 1)),
        ("turn", 0),
        ("turn", MOST_LINES + 1),
        ("sources", []),
    ],
)
def test_an_agenda_is_one_decision_with_a_source(key, wrong):
    with pytest.raises(ValidationError):
        Agenda.model_validate({**STAIRS, key: wrong})


def test_a_fact_brings_a_question():
    with pytest.raises(ValidationError):
        Fact.model_validate({"id": "old-knee", "applies_to": {"age": ["old"]}, "questions": []})
