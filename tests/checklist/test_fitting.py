"""Which agendas, facts and questions fit a person."""

from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.person import Person


def fits(bank, **told):
    return fitting(bank, Person(bank, Answers.of(told)))


def ids(entries) -> list[str]:
    return [one.id for one in entries]


def test_an_agenda_is_open_to_those_it_applies_to_and_is_not_marked_as_wrong_for(visits):
    assert ids(fits(visits, side=["left"]).agendas) == ["new-or-not", "stairs"]
    assert ids(fits(visits, side=["left"], age=["new"]).agendas) == ["stairs"]
    assert ids(fits(visits, side=["right"]).agendas) == []


def test_an_agenda_opens_a_gate_but_never_one_that_is_shut_on_purpose(visits):
    assert "replace" not in fits(visits, side=["right"]).by_id
    assert "replace" in fits(visits, side=["left"]).by_id
    assert "climb" not in fits(visits, side=["left"], age=["new"]).by_id


def test_what_an_agenda_marks_as_gated_still_has_to_apply(visits):
    assert "ice" in fits(visits, side=["left"], age=["old"]).by_id
    assert "ice" not in fits(visits, side=["left"]).by_id


def test_what_is_settled_does_not_fit(visits):
    assert "walk" in fits(visits, side=["right"]).by_id
    assert "walk" not in fits(visits, side=["left"]).by_id


def test_who_gave_an_answer_that_must_be_named_is_in_no_agenda_that_does_not_name_it(visits):
    everyone = visits.agendas[1].model_copy(update={"applies_to": {"age": ("old",)}})
    named = everyone.model_copy(update={"applies_to": {"age": ("old",), "side": ("none-yet",)}})
    told = {"side": ["none-yet"], "age": ["old"]}
    assert fits(visits.model_copy(update={"agendas": (everyone,)}), **told).agendas == ()
    assert ids(fits(visits.model_copy(update={"agendas": (named,)}), **told).agendas) == ["stairs"]


def test_a_fact_counts_when_it_was_told(visits):
    assert ids(fits(visits, age=["old"]).facts) == ["old-knee"]
    assert fits(visits).facts == ()


def test_a_question_belongs_to_the_first_agenda_that_names_it(visits):
    left = fits(visits, side=["left"])
    assert left.agenda_of(left.by_id["climb"].question).id == "stairs"
    assert left.agenda_of(left.by_id["dance"].question) is None
