import re

import pytest

from prep.checklist.changes import Changes
from prep.web.question_cache import Backgrounds
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


def offered(backgrounds, line, name="", touched=""):
    return backgrounds.offers(
        ENGLISH,
        [line],
        touched,
        lambda *_where: " autofocus",
        lambda _line: f"<p>{name}</p>",
        lambda _id: "<p>Done</p>",
    )


def test_a_question_to_add_carries_what_is_a_persons_own_and_keeps_none_of_it(bank, backgrounds):
    first = offered(backgrounds, line(bank), "For Xanthippe", touched="options-now")
    assert " autofocus>" in first
    assert "<p>For Xanthippe</p>" in first
    assert first.rindex("<p>Done</p>") > first.rindex("</details>")
    second = offered(backgrounds, line(bank), "For Yorick")
    assert "<p>For Yorick</p>" in second
    assert not re.search("autofocus|Xanthippe|Done", second)


def test_a_question_to_add_in_a_persons_own_words_is_not_kept(bank, backgrounds):
    reworded = Changes(wording={"options-now": "So what now, <Dr. Xanthippe>?"})
    assert "So what now, &lt;Dr. Xanthippe&gt;?" in offered(backgrounds, line(bank, reworded))
    assert "Xanthippe" not in offered(backgrounds, line(bank))
