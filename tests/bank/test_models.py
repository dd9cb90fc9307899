import pytest
from pydantic import ValidationError

from prep.bank.form_models import FormField
from prep.bank.models import Term


def test_nothing_in_a_loaded_bank_can_be_changed(small):
    with pytest.raises(ValidationError):
        small.questions[0].text = "Something else?"


def test_a_term_is_found_in_any_of_its_forms_but_not_inside_other_words():
    pattern = Term(id="node", term="lymph node", forms=("lymph nodes",), text="A small filter.").pattern()
    assert pattern.search("Are my Lymph Nodes clear?")
    assert not pattern.search("lymph nodess")


def test_options_that_stand_in_a_fold_need_its_name(small):
    field = small.field("implant").model_dump(exclude_defaults=True)
    with pytest.raises(ValidationError, match="need the name of their `fold`"):
        FormField.model_validate(field | {"options": [one | {"folded": True} for one in field["options"]]})
    with pytest.raises(ValidationError, match="and a fold needs some"):
        FormField.model_validate(field | {"fold": "More of it"})


def test_a_fold_may_hold_something_for_whom_any_of_its_options_fits(bank):
    assert set(bank.field("treatment").fold_applies_to) == {"stage"}
    assert set(bank.field("treatment").fold_applies_to["stage"]) == {"metastatic", "unsure"}
    assert bank.field("concerns").fold_applies_to == {}


def test_a_fold_stands_where_its_options_would_unless_others_stand_between(bank):
    assert bank.field("treatment").fold_before == "metastatic-first"
    assert bank.field("concerns").fold_before is None
    assert bank.field("stage").fold_before is None


def test_fields_can_share_a_list_of_headings(bank):
    shared = {"dx", "diagnosis", "ICD-10"}
    claiming = [field.id for field in bank.asked_fields if shared <= {*field.columns}]
    assert claiming == ["stage", "er-pr", "her2", "kind", "grade", "nodes", "spread"]
