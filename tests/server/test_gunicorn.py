"""The real server: gunicorn on loopback, started and stopped as `make serve` does."""

import re
import socket
import urllib.error
import urllib.request

import pytest

from tests.serving import running

pytestmark = pytest.mark.slow


def test_it_says_where_it_is_serves_and_stops_cleanly():
    with running() as server:
        with urllib.request.urlopen(server.address + "en/") as page:
            assert b"sore knees" in page.read()
        request = urllib.request.Request(server.address + "en/checklist", data=b"side=left&format=pdf")
        with urllib.request.urlopen(request) as page:
            assert page.read(5) == b"%PDF-"
    assert server.returncode == 0
    assert re.fullmatch(r"GET /<lang>/ 200 \d+ ms\nPOST /<lang>/checklist 200 \d+ ms\n", server.log), server.log


def test_its_log_tells_nothing_about_who_sent_what():
    with running() as server:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"GET /en/?name=Xanthippe HTTP/9.9 Quux\r\n\r\n")
            assert b"400" in connection.recv(1000)
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(server.address + "Xanthippe?name=Xanthippe")
    assert "A malformed request was refused." in server.log
    for secret in ("Xanthippe", "Quux", "127.0.0.1"):
        assert secret not in server.log


def test_an_idle_connection_holds_nobody_up():
    with (
        running(PREP_WORKERS="1") as server,
        socket.create_connection(("127.0.0.1", server.port)),
        urllib.request.urlopen(server.address + "healthz", timeout=5) as page,
    ):
        assert page.read() == b"ok\n"
