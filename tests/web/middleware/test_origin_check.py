import pytest
from werkzeug.test import create_environ, run_wsgi_app

from prep.app import create_app
from prep.settings import Settings
from tests.conftest import CheckedClient

ANSWERS = {"stage": "metastatic", "concerns": "fear-of-return"}
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://localhost.elsewhere.example"}, 403),
    ],
)
def test_only_our_own_form_may_be_posted(client, headers, status):
    page = client.post("/en/checklist", ANSWERS, headers=headers)
    assert page.status == status


def test_behind_a_proxy_the_public_address_counts(bank):
    client = CheckedClient(create_app(Settings(base_url="https://prep.example.org"), bank))
    assert client.post("/en/checklist", headers={"Origin": "https://prep.example.org"}).status == 200
    assert client.post("/en/checklist", headers={"Origin": "http://localhost"}).status == 403


@pytest.mark.parametrize("host", ["a..b", "..", "a" * 64, "xn--a"])
@pytest.mark.parametrize("path", ["/healthz", "/en/Xanthippe", "/en/"])
def test_a_host_that_cannot_be_one_is_refused_and_the_log_tells_nothing(app, caplog, host, path):
    _body, status, _headers = run_wsgi_app(app, create_environ(path) | {"HTTP_HOST": host})
    assert status.startswith("400")
    assert "Xanthippe" not in caplog.text


def test_a_request_of_http_1_1_without_a_host_is_refused(app):
    environ = create_environ("/en/") | {"SERVER_PROTOCOL": "HTTP/1.1"}
    assert run_wsgi_app(app, dict(environ))[1].startswith("200")
    del environ["HTTP_HOST"]
    assert run_wsgi_app(app, dict(environ))[1].startswith("400")
