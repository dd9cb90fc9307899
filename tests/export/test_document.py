"""The JSON of a list says what it holds: a schema for other programs, and the list in it."""

import jsonschema_rs

from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes, OwnQuestion
from prep.checklist.pipeline import prepare
from prep.export.document import ChecklistDocument
from prep.i18n import Translator


def document(bank, changes=Changes(), **answers):  # noqa: B008  # it never changes
    made = prepare(bank, Answers.of(answers), Visit("Ann"), Translator("en"), changes)
    return ChecklistDocument.of(made).model_dump(mode="json")


def test_every_list_is_as_its_schema_says(bank, small):
    schema = ChecklistDocument.model_json_schema(mode="serialization")
    for told in (document(bank, stage=["metastatic"], treatments=["chemotherapy"]), document(small)):
        jsonschema_rs.validate(schema, told)
        assert told.keys() == set(schema["required"])


def test_it_tells_which_questions_stand_first(small):
    told = document(small, Changes(starred=("own_1",), own=(OwnQuestion("own_1", "Will it snow?"),)))
    assert told["top"][0] == "own_1"
    assert [one["id"] for one in told["page_one"]][: len(told["top"])] == told["top"]


def test_it_holds_no_word_about_who_asks(small):
    assert "Ann" not in str(document(small))
