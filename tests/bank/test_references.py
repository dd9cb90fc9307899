"""The broken files of `banks/` show each message; here stands what they cannot show."""

import pytest

from prep.bank.bank import Bank
from prep.bank.form_models import Phrase
from prep.bank.references import faults


def test_the_real_bank_has_no_loose_link(bank):
    assert list(faults(bank)) == []


def test_ids_of_entries_that_are_broken_themselves_are_not_reported_twice(small):
    changed = small.model_dump()
    changed["sources"] = []
    bank = Bank.model_validate(changed)
    cited = len(bank.questions) + len(bank.urgent) + 1  # and once by the place to look for trials
    assert [message for _place, message in faults(bank)] == ["unknown source 'knee-book'"] * cited
    assert list(faults(bank, trusted={"knee-book"})) == []


def test_the_id_of_a_question_that_was_taken_out_is_never_used_again(small):
    (fault,) = faults(small.model_copy(update={"retired": ("stairs", "walk")}))
    assert fault == (("questions", 4, "id"), "the id 'walk' is retired; an id is never used again")


def with_field(small, name, **changes):
    fields = [field.model_copy(update=changes) if field.id == name else field for field in small.fields]
    return small.model_copy(update={"fields": tuple(fields)})


def test_a_field_gathers_fields_that_offer_the_same(small):
    (fault,) = faults(with_field(small, "implant", gathers=("concerns",)))
    assert fault == (("fields", 2, "gathers", 0), "'concerns' is no field with the same options")


def test_an_option_is_a_kind_of_another_one_of_its_field(small):
    left, *others = small.field("side").options
    for key, other in (("is_a", "middle"), ("refines", "left")):
        (fault,) = faults(with_field(small, "side", options=(left.model_copy(update={key: other}), *others)))
        assert fault == (("fields", 0, "options", 0, key), f"unknown side {other!r}")


def test_a_phrase_means_answers_that_there_are(small):
    (fault,) = faults(small.model_copy(update={"phrases": (Phrase(said=("both",), means={"side": ("both",)}),)}))
    assert fault == (("phrases", 0, "means", "side", 0), "unknown side 'both'")


def with_agenda(visits, **changes):
    first, *others = visits.agendas
    return visits.model_copy(update={"agendas": (first.model_copy(update=changes), *others)})


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        ({"questions": ("replace", "wait", "ice", "gone")}, ("questions", 3), "unknown question 'gone'"),
        ({"unknowns": ("gone",)}, ("unknowns", 0), "unknown question 'gone'"),
        ({"unknowns": ("how-old", "how-old")}, ("unknowns", 1), "the question 'how-old' is named twice"),
        ({"settled": ("replace",)}, ("settled", 0), "'replace' is one of the agenda's questions"),
        ({"deadlines": ("walk",)}, ("deadlines", 0), "'walk' is none of the agenda's questions"),
        ({"gated": ("walk",)}, ("gated", 0), "'walk' is none of the agenda's questions"),
        ({"not_for": {"age": ("older",)}}, ("not_for", "age", 0), "unknown age 'older'"),
    ],
)
def test_an_agenda_names_what_there_is_and_contradicts_itself_nowhere(visits, changes, place, message):
    assert list(faults(visits)) == []
    assert list(faults(with_agenda(visits, **changes))) == [(("agendas", 0, *place), message)]


def test_a_fact_and_a_twin_name_questions_that_there_are(visits):
    fact = visits.facts[0].model_copy(update={"questions": ("gone",)})
    first, *others = visits.questions
    twin = first.model_copy(update={"same_answer_as": ("gone",)})
    changed = visits.model_copy(update={"facts": (fact,), "questions": (twin, *others)})
    assert dict(faults(changed)) == {
        ("facts", 0, "questions", 0): "unknown question 'gone'",
        ("questions", 0, "same_answer_as", 0): "unknown question 'gone'",
    }


def test_what_lists_need_to_know_of_a_field_must_exist(small):
    field = small.fields[0].model_copy(update={"one_is_enough": ("both",), "beside": {"age": ("ancient",)}})
    found = list(faults(small.model_copy(update={"fields": (field, *small.fields[1:])})))
    assert (("fields", 0, "one_is_enough", 0), "unknown side 'both'") in found
    assert (("fields", 0, "beside", "age", 0), "unknown age 'ancient'") in found
