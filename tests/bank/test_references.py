"""The broken files of `banks/` show each message; here stands what they cannot show."""

from prep.bank.bank import Bank
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
