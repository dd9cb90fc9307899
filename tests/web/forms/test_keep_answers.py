from werkzeug.datastructures import MultiDict

from prep.web.forms.keep_answers import fields, wanted


def test_nobody_keeps_anything_without_having_ticked_it():
    assert not wanted(MultiDict([("side", "left"), ("pack_extent", "page")]))
    assert list(fields(is_wanted=False)) == []


def test_the_tick_is_carried_on():
    assert wanted(MultiDict(fields(is_wanted=True)))
