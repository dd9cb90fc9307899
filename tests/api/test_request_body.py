"""A body that two readers of JSON could understand differently is read by neither."""

import pytest


@pytest.fixture
def post(app):
    client = app.test_client()
    return lambda body: client.post("/api/v1/questions", data=body, content_type="application/json")


@pytest.mark.parametrize(
    "body",
    [
        '{"answers": {"stage": "early"}, "answers": {}}',
        '{"answers": {"stage": "early", "stage": "metastatic"}}',
        '{"answers": {"stage": "early", "st\\u0061ge": "early"}}',
    ],
)
def test_a_key_that_stands_twice_is_refused_and_said(post, body):
    reply = post(body)
    assert (reply.status_code, "stands twice" in reply.json["detail"]) == (400, True)


@pytest.mark.parametrize("body", ["[" * 100_000, '{"a":' * 100_000, "\ud800".encode("utf-8", "surrogatepass")])
def test_what_no_reader_can_bear_is_refused(post, body):
    assert post(body).status_code == 400


def test_the_same_key_in_two_objects_is_as_it_should_be(post):
    assert post('{"answers": {"stage": "early"}, "lang": "en"}').status_code == 200
