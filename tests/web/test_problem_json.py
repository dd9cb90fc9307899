import json

import pytest
from flask import Flask

from prep.web.problem_json import problem, wants_json


@pytest.mark.parametrize(
    ("accept", "wants"),
    [
        ("application/json", True),
        ("application/json, text/html;q=0.5", True),
        ("text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_goes_only_to_who_prefers_it(accept, wants):
    with Flask("x").test_request_context("/", headers={"Accept": accept}):
        assert wants_json() is wants


def test_a_problem_says_status_title_and_more():
    with Flask("x").test_request_context("/"):
        response = problem(404, "Nö", detail="Try the form.")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
    assert json.loads(response.data) == {"type": "about:blank", "status": 404, "title": "Nö", "detail": "Try the form."}
