import pytest

from prep.editorial.coverage import cells, questions_about


def test_a_cell_counts_what_its_people_get(small):
    left, right, unsure = cells(small)
    assert [cell.label for cell in (left, right, unsure)] == ["Left", "Right", "I’m not sure"]
    assert (left.page_one, left.in_all, left.made_for) == (4, 5, 1)
    assert (right.in_all, right.made_for) == (4, 0)


@pytest.mark.slow
def test_no_cell_holds_answers_that_contradict_one_another(bank):
    labels = [cell.label for cell in cells(bank)]
    first = bank.field("treatment").option("metastatic-first").label
    assert any("Stage 4" in label and first in label for label in labels)
    assert not any("Stage 0" in label and first in label for label in labels)


def test_questions_about_a_concern_that_a_cell_finds(small):
    left, right, _unsure = cells(small)
    assert [question.id for question in questions_about(small, "pain", left)] == ["left-cartilage"]
    assert questions_about(small, "pain", right) == ()
