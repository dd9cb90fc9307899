"""A sheet is made once, however many ask for it."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from prep.web.sheet_cache import MOST, SheetCache


def test_a_sheet_is_made_once_and_another_is_another():
    cache, made = SheetCache(), []

    def make(name):
        return lambda: made.append(name) or name.encode()

    assert [cache.get(name, make(name)) for name in ("a", "b", "a")] == [b"a", b"b", b"a"]
    assert made == ["a", "b"]


def test_many_who_ask_at_once_wait_for_one():
    cache, began, may_end, made = SheetCache(), threading.Event(), threading.Event(), []

    def make():
        made.append(1)
        began.set()
        may_end.wait()
        return b"sheet"

    with ThreadPoolExecutor(5) as people:
        asked = [people.submit(cache.get, "a", make) for _one in range(5)]
        began.wait()
        may_end.set()
        assert {one.result() for one in asked} == {b"sheet"}
    assert len(made) == 1


def test_what_failed_is_made_when_it_is_next_asked_for():
    cache = SheetCache()
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 / 0)
    assert cache.get("a", lambda: b"sheet") == b"sheet"


def test_it_never_holds_more_than_it_may():
    cache = SheetCache()
    for name in range(MOST + 5):
        cache.get(name, lambda: b"sheet")
    assert len(cache._kept) == MOST
    assert cache._making == {}
