import pytest
from pydantic import ValidationError

from prep.bank.models import Term


def test_nothing_in_a_loaded_bank_can_be_changed(small):
    with pytest.raises(ValidationError):
        small.questions[0].text = "Something else?"


def test_a_term_is_found_in_any_of_its_forms_but_not_inside_other_words():
    pattern = Term(id="node", term="lymph node", forms=("lymph nodes",), text="A small filter.").pattern()
    assert pattern.search("Are my Lymph Nodes clear?")
    assert not pattern.search("lymph nodess")
