"""What gunicorn answers without asking the application."""

import socket
from contextlib import contextmanager

import pytest

from tests.serving import running

pytestmark = pytest.mark.slow


@contextmanager
def connected(server):
    port = int(server.address.split(":")[2].strip("/"))
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        yield connection


def answer(server, request: bytes) -> tuple[bytes, bytes]:
    """Send raw bytes and return the head and the body of the answer."""
    with connected(server) as connection:
        connection.sendall(request)
        received = b""
        while more := connection.recv(65536):
            received += more
    head, _blank, body = received.partition(b"\r\n\r\n")
    return head, body


@pytest.fixture(scope="module")
def server():
    with running(PREP_WORKERS="1") as started:
        yield started


GET = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"


@pytest.mark.parametrize("path", [b"/en/", b"/nowhere", b"/static/screen.css"])
def test_no_answer_names_the_server(server, path):
    head, body = answer(server, GET.replace(b"/en/", path) + b"\r\n")
    assert head.startswith(b"HTTP/1.1 ")
    assert b"Date: " in head
    assert b"server:" not in head.lower()
    assert b"gunicorn" not in body


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /en/ HTTP/9.9 Quux\r\n\r\n", 400),
        (b"<script>alert(1)</script>\r\n\r\n", 400),
        (GET + b"Quux\r\n\r\n", 400),
        (GET + b"X: " + b"Quux" * 5000 + b"\r\n\r\n", 431),
        (b"GET /" + b"Quux" * 5000 + b" HTTP/1.1\r\n\r\n", 414),
        (GET + b"Content-Length: Quux\r\n\r\n", 400),
        (GET + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (GET + b"Transfer-Encoding: Quux\r\n\r\n", 501),
    ],
    ids=["version", "script", "header", "long header", "long address", "length", "two lengths", "coding"],
)
def test_what_cannot_be_read_is_refused_in_few_safe_words(server, request_, status):
    head, body = answer(server, request_)
    assert head.startswith(b"HTTP/1.1 %d " % status), head
    assert b"Quux" not in body
    assert b"<" not in body
    for header in (b"Content-Security-Policy: default-src 'none'", b"no-store", b"nosniff", b"text/plain"):
        assert header in head


def test_only_where_people_come_by_https_a_refusal_tells_browsers_to_stay_with_it(server):
    """Whoever meets a refusal first would else come by http the next time, too."""
    refused = (b"<script>alert(1)</script>\r\n\r\n", GET + b"X: " + b"Quux" * 5000 + b"\r\n\r\n")
    with running(PREP_WORKERS="1", PREP_BASE_URL="https://prep.example.org") as secured:
        for request_ in (*refused, GET + b"\r\n"):
            head, _body = answer(secured, request_)
            assert head.startswith(b"HTTP/1.1 200 ") is (request_ not in refused)
            assert head.count(b"Strict-Transport-Security: max-age=31536000; includeSubDomains") == 1
    for request_ in refused:
        assert b"Strict-Transport" not in answer(server, request_)[0]
