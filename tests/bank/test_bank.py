from prep.bank.bank import Bank


def test_each_question_knows_the_terms_it_uses(small):
    by_id = {question.id: question for question in small.questions}
    assert small.terms_of(by_id["left-cartilage"]) == ("cartilage",)
    assert small.terms_of(by_id["walk"]) == ()


def test_the_oldest_check_is_the_one_that_counts(small):
    assert str(small.last_checked) == "2026-01-05"


def test_the_schema_describes_every_key_an_editor_writes():
    schema = Bank.model_json_schema()
    assert set(schema["properties"]) == {
        "version", "subject", "retired", "sources", "sections", "fields", "phrases", "says_nothing", "other_illness",
        "overruling", "implied", "terms", "notices", "urgent", "help_now", "trials", "pack", "agendas", "facts",
            "questions",
    }  # fmt: skip
    assert schema["additionalProperties"] is False
