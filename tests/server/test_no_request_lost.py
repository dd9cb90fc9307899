"""Reloads and stops lose nobody's request: what was sent whole is answered whole, on new and on kept connections."""

import http.client
import select
import signal
import socket
import threading
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle

import pytest

from prep.paths import QUESTIONS
from tests.server.test_faults import is_ready, soon
from tests.serving import running
from tests.traffic import FORM, filled_in

pytestmark = pytest.mark.faults

RELOADS = 10
HEADERS = {"Content-Type": FORM}
ASKED = {
    "form": ("GET", "/en/", None, {}),
    "list": ("POST", "/en/checklist", filled_in(), HEADERS),
    "PDF": ("POST", "/en/checklist", filled_in(format="pdf", pack_extent="page"), HEADERS),
}
WHOLE = {"form": b"</html>", "list": b"</html>", "PDF": b"%%EOF"}
PAUSES = (0, 0, 0.01, 0.1, 0.5, 2.5)
"""Seconds between two requests on a kept connection. A worker that is told to stop keeps it for two."""


@dataclass
class Client(threading.Thread):
    """Asks for the same again and again until nobody listens any more, and notes what it was not given."""

    port: int
    what: str
    keeps: bool
    """Keep the connection as long as the server does, as a proxy would."""

    got: int = 0
    lost: list[str] = field(default_factory=list)

    def __post_init__(self):
        super().__init__()
        self.is_stopping = threading.Event()
        self._pauses = cycle(PAUSES)

    def __hash__(self):
        return id(self)

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while True:
            if not self.keeps or is_closed(connection):
                connection.close()
                try:
                    connection.connect()
                except ConnectionRefusedError:
                    if not self.is_stopping.is_set():
                        self.lost.append("refused while the server runs")
                    return
            try:
                self._ask(connection)
            except (OSError, http.client.HTTPException) as error:
                self.lost.append(repr(error))
                connection.close()
            if self.keeps:
                self.is_stopping.wait(next(self._pauses))

    def _ask(self, connection):
        method, path, body, headers = ASKED[self.what]
        connection.request(method, path, body, headers if self.keeps else headers | {"Connection": "close"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status == 200 and content.rstrip().endswith(WHOLE[self.what]):
            self.got += 1
        else:
            self.lost.append(f"{answer.status}, {len(content)} bytes")


def is_closed(connection) -> bool:
    """Return whether there is no connection, or the server has closed it: there is an end to be read then."""
    return connection.sock is None or bool(select.select([connection.sock], [], [], 0)[0])


def test_ten_reloads_and_a_stop_lose_no_request():
    with running(PREP_BANK=str(QUESTIONS), PREP_WORKERS="2", PREP_RENDERERS="2") as server:
        assert soon(lambda: is_ready(server))
        clients = [Client(server.port, what, keeps) for what in ASKED for keeps in (False, True)]
        clients += [Client(server.port, what, keeps=True) for what in ("form", "list")]
        for client in clients:
            client.start()
        for _reload in range(RELOADS):
            before = set(server.workers())
            server.send_signal(signal.SIGHUP)
            assert soon(lambda: len(now := server.workers()) == 2 and before.isdisjoint(now))  # noqa: B023
        for client in clients:
            client.is_stopping.set()
        server.send_signal(signal.SIGTERM)
        for client in clients:
            client.join()
        assert server.wait(60) == 0
    lost = Counter((client.what, client.keeps, why) for client in clients for why in client.lost)
    assert not lost
    assert all(client.got > RELOADS for client in clients), [client.got for client in clients]


PATIENT = """
from gunicorn.workers import gthread
from prep.server import gunicorn

gunicorn.STOP_SECONDS = 600
gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.1
"""
"""A server that would wait for ten minutes, and soon sees that a client says nothing."""


def test_who_never_sent_anything_holds_up_no_stop(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(PATIENT)
    with (
        running(PREP_WORKERS="1", PYTHONPATH=str(tmp_path)) as server,
        socket.create_connection(("127.0.0.1", server.port)) as silent,
    ):
        urllib.request.urlopen(server.address + "healthz", timeout=30).close()
        time.sleep(1)  # it is seen to be silent
        server.send_signal(signal.SIGTERM)
        assert silent.recv(1) == b""
        assert server.wait(50) == 0
