import pytest

from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.found import Found, found
from prep.checklist.pipeline import prepare
from prep.i18n import Translator


@pytest.fixture
def made(small):
    changes = Changes().drop("dance")
    return prepare(small, Answers.of({"side": ["left"]}), Visit(), Translator("en"), changes)


def test_what_is_found_is_told_by_where_it_is(made):
    hits = found("knee", ("last-dance", "walk", "dance", "left-cartilage", "steel-rust"), made)
    assert [line.id for line in hits.lines] == ["dance"]
    assert hits.on_page == (1, 3)
    assert hits.stands_apart
    assert not hits.is_empty


def test_what_is_nowhere_is_told(made):
    assert found("bees", (), made).is_empty
    assert found("rust", ("steel-rust",), made).is_empty, "it is not for this person"


def test_whoever_searches_for_nothing_finds_nothing(made):
    assert found("", (), made) == Found()
    assert not Found().is_empty
