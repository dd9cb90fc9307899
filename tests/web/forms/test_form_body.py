import pytest
from flask import Flask
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from prep.web.forms.form_body import FORM, MAX_FIELDS, posted


def read(body: bytes, content_type=FORM):
    with Flask("x").test_request_context("/", method="POST", data=body, content_type=content_type):
        return list(posted().items(multi=True))


def test_names_and_values_come_in_order():
    assert read(b"stage=early&concerns=a&concerns=b&name=Zo%C3%AB+L") == [
        ("stage", "early"),
        ("concerns", "a"),
        ("concerns", "b"),
        ("name", "Zoë L"),
    ]


def test_an_empty_post_is_an_empty_form():
    assert read(b"", content_type=None) == []


@pytest.mark.parametrize("body", [b"name=\xff", b"name=%ff", b"name=%ed%a0%80"], ids=["raw", "quoted", "surrogate"])
def test_bytes_that_are_not_utf8_are_refused_not_replaced(body):
    with pytest.raises(BadRequest):
        read(body)


def test_what_no_page_may_hold_becomes_a_space_so_that_it_can_be_shown_again():
    assert read(b"a%00b=%1F%C2%85c%EF%BF%BF&c=%0D%0A%F0%9F%99%82") == [("a b", "  c "), ("c", "\r\n🙂")]


def test_far_more_fields_than_ours_are_refused():
    assert len(read(b"&".join([b"a=b"] * MAX_FIELDS))) == MAX_FIELDS
    with pytest.raises(BadRequest):
        read(b"&".join([b"a=b"] * (MAX_FIELDS + 1)))


def test_a_body_that_is_no_form_is_refused():
    with pytest.raises(UnsupportedMediaType):
        read(b"{}", content_type="application/json")
