import re

import pytest

from prep.background import Backgrounds
from prep.changes import Changes
from tests.paper import ENGLISH, LATER, checklist


@pytest.fixture
def backgrounds():
    return Backgrounds("2026.1", "nurse@a.example")


def line(bank, changes=Changes()):  # noqa: B008  # frozen
    return next(line for line in checklist(bank, LATER, changes=changes).page_one if line.id == "options-now")


def test_it_tells_why_and_from_where(bank, backgrounds):
    drawn = backgrounds.of(line(bank), ENGLISH)
    assert line(bank).why in drawn
    assert "From: Everyday Health" in drawn
    assert "mailto:nurse@a.example?subject=Question%20options-now%2C%20bank%202026.1" in drawn


def test_nothing_of_one_person_is_kept_for_the_next(bank, backgrounds):
    reworded = Changes(wording={"options-now": "So what now, Dr. Xanthippe?"})
    first = backgrounds.of(line(bank, reworded), ENGLISH)
    assert "Xanthippe" not in first
    assert backgrounds.of(line(bank), ENGLISH) is first


def test_without_an_editor_there_is_nobody_to_write_to(bank):
    assert "mailto:" not in Backgrounds("2026.1", None).of(line(bank), ENGLISH)


def test_a_question_to_add_carries_what_is_a_persons_own_and_keeps_none_of_it(bank, backgrounds):
    first = backgrounds.offer(line(bank), ENGLISH, " autofocus", "<p>Because of Xanthippe</p>", "<p>Taken off</p>")
    assert " autofocus>" in first
    assert "<p>Because of Xanthippe</p>" in first
    assert first.rindex("Taken off") > first.rindex("</details>")
    second = backgrounds.offer(line(bank), ENGLISH, "", "<p>Because of Yorick</p>", "")
    assert "Yorick" in second
    assert not {"autofocus", "Xanthippe", "Taken off"} & set(re.findall(r"autofocus|Xanthippe|Taken off", second))


def test_a_question_to_add_in_a_persons_own_words_is_not_kept(bank, backgrounds):
    reworded = Changes(wording={"options-now": "So what now, <Dr. Xanthippe>?"})
    assert "So what now, &lt;Dr. Xanthippe&gt;?" in backgrounds.offer(line(bank, reworded), ENGLISH, "", "", "")
    assert "Xanthippe" not in backgrounds.offer(line(bank), ENGLISH, "", "", "")
