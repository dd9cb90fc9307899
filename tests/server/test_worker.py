"""Slow and broken clients hold no thread for long, and learn nothing."""

import resource
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from prep.server import deadlines
from prep.server.deadlines import Deadlines
from tests.serving import running

pytestmark = pytest.mark.faults

FORM = b"POST /en/checklist HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server with one worker, whose deadlines are short, so that nobody waits for a minute."""
    folder = tmp_path_factory.mktemp("short")
    (folder / "sitecustomize.py").write_text(
        "from prep.server import deadlines\n"
        "deadlines.HEAD_SECONDS = deadlines.BODY_SECONDS = deadlines.WRITE_SECONDS = 1.0\n"
    )
    with running(PREP_WORKERS="1", PREP_RENDERERS="1", PYTHONPATH=str(folder)) as started:
        yield started
    assert "Traceback" not in started.log


def connected(server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=60)


def everything(connection) -> bytes:
    """Return all that comes until the other side closes."""
    received = b""
    try:
        while piece := connection.recv(65_536):
            received += piece
    except ConnectionResetError:
        pass
    return received


def trickle(connection) -> None:
    for _byte in range(600):
        connection.sendall(b"x")
        time.sleep(0.1)


@pytest.mark.parametrize(
    "sent",
    [b"GET /en/ HT", b"GET /en/ HTTP/1.1\r\nHost: a\r\nX: ", FORM + b"Content-Length: 100\r\n\r\nside=le"],
    ids=["request line", "header", "body"],
)
def test_a_request_that_stops_half_way_is_ended(server, sent):
    with connected(server) as connection:
        connection.sendall(sent)
        assert not everything(connection).startswith(b"HTTP/1.1 200")


def test_a_body_that_trickles_is_ended_though_something_comes_all_the_time(server):
    with connected(server) as connection:
        connection.sendall(FORM + b"Content-Length: 100000\r\n\r\n")
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            trickle(connection)


def test_a_hundred_half_requests_hold_nobody_up_for_long(server):
    """There are far fewer threads. Each is free again when the deadline is over."""
    halves = [connected(server) for _one in range(100)]
    for connection in halves:
        connection.sendall(b"GET /en/ HT")
    with urllib.request.urlopen(server.address + "healthz", timeout=60) as page:
        assert page.read() == b"ok\n"
    for connection in halves:
        connection.close()


def test_a_connection_whose_time_is_over_is_shut_down():
    watch = Deadlines()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        watch.set(ours, 5)
        watch._shut_down_overdue(time.monotonic() + 4)
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"
        watch._shut_down_overdue(time.monotonic() + 6)
        assert theirs.recv(1) == b""
        assert ours.recv(1) == b""


def test_a_connection_without_a_deadline_takes_as_long_as_it_takes():
    watch = Deadlines()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        watch.set(ours, 5)
        watch.clear(ours)
        watch._shut_down_overdue(time.monotonic() + 1000)
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"
    assert deadlines.STREAM_SECONDS > deadlines.WRITE_SECONDS


CHUNKS = {
    "0x10": b"0x10\r\n0123456789abcdef\r\n0\r\n\r\n",
    "+10": b"+10\r\n0123456789abcdef\r\n0\r\n\r\n",
    "-1": b"-1\r\nx\r\n0\r\n\r\n",
    "underscore": b"1_0\r\n0123456789abcdef\r\n0\r\n\r\n",
    "bare LF": b"1\nx\n0\n\n",
    "missing CRLF": b"1\r\nxy0\r\n\r\n",
    "nonsense": b"Quux\r\n",
    "trailer without end": b"0\r\nX-Quux: y\n\n",
}


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS)
def test_chunks_that_are_none_are_a_bad_request(server, chunks):
    with connected(server) as connection:
        connection.sendall(FORM + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
        connection.shutdown(socket.SHUT_WR)
        assert everything(connection).startswith(b"HTTP/1.1 400")


def test_chunks_are_taken_whole(server):
    with connected(server) as connection:
        connection.sendall(
            FORM + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nside=\r\n4\r\nleft\r\n0\r\n\r\n"
        )
        assert b"left knees" in everything(connection)


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("/", b"X-Forwarded-Proto: https"),
        ("/", b"X-Forwarded-Ssl: on"),
        ("/", b"SCRIPT_NAME: //evil.example"),
        ("/", b"Script-Name: //evil.example"),
        ("/", b"X-Forwarded-Prefix: //evil.example"),
        ("/", b"X-Forwarded-Host: evil.example"),
        ("/", b"Forwarded: host=evil.example;proto=https"),
    ],
)
def test_nobody_is_believed_about_scheme_host_and_path(server, path, header):
    with connected(server) as connection:
        connection.sendall(b"GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n\r\n" % (path.encode(), header))
        answer = everything(connection)
    assert answer.startswith((b"HTTP/1.1 302", b"HTTP/1.1 400"))
    assert b"Strict-Transport" not in answer
    assert b"evil" not in answer
    assert b"Location: /en/" in answer or b"400" in answer


def test_running_out_of_files_ends_no_worker(server):
    urllib.request.urlopen(server.address + "healthz", timeout=60).close()  # it has a worker once it answers
    (worker,) = server.workers()
    soft, hard = resource.prlimit(worker, resource.RLIMIT_NOFILE)
    opened = len(list(Path(f"/proc/{worker}/fd").iterdir()))
    resource.prlimit(worker, resource.RLIMIT_NOFILE, (opened + 3, hard))
    held = [connected(server) for _one in range(20)]
    time.sleep(0.5)
    for connection in held:
        connection.close()
    resource.prlimit(worker, resource.RLIMIT_NOFILE, (soft, hard))
    with urllib.request.urlopen(server.address + "healthz", timeout=60) as page:
        assert page.read() == b"ok\n"
    assert server.workers() == [worker]
