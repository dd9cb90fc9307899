import pytest
from pydantic import ValidationError

from prep.bank import Bank, Term


def test_nothing_in_a_loaded_bank_can_be_changed(small):
    with pytest.raises(ValidationError):
        small.questions[0].text = "Something else?"


def test_a_term_is_found_in_any_of_its_forms_but_not_inside_other_words():
    pattern = Term(id="node", term="lymph node", forms=("lymph nodes",), text="A small filter.").pattern()
    assert pattern.search("Are my Lymph Nodes clear?")
    assert not pattern.search("lymph nodess")


def test_each_question_knows_the_terms_it_uses(small):
    by_id = {question.id: question for question in small.questions}
    assert small.terms_of(by_id["left-cartilage"]) == ("cartilage",)
    assert small.terms_of(by_id["walk"]) == ()


def test_the_oldest_check_is_the_one_that_counts(small):
    assert str(small.last_checked) == "2026-01-05"


def test_the_schema_describes_every_key_an_editor_writes():
    schema = Bank.model_json_schema()
    assert set(schema["properties"]) == {
        "version", "subject", "sources", "sections", "fields", "terms", "notices", "urgent", "trials", "pack",
        "questions",
    }  # fmt: skip
    assert schema["additionalProperties"] is False
