"""All processes that serve pages share one queue of PDFs, in which clients take turns."""

import http.client
import threading
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from prep.pdf.errors import BusyError
from prep.pdf.service import HELD_BACK, PdfService
from tests.server.test_faults import is_ready, soon
from tests.serving import running

pytestmark = pytest.mark.faults

HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
PACK = [("pack_extent", "everything")]


def ask_for_a_pdf(server, client, words="") -> int:
    """Ask from an address of this machine's own, and return the status of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120, source_address=(client, 0))
    body = urllib.parse.urlencode([("side", "left"), ("format", "pdf"), ("words_new", words), *PACK])
    connection.request("POST", "/en/checklist", body, HEADERS)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def test_what_can_be_made_is_made_whichever_process_is_asked():
    """Two processes with a queue of their own would refuse some, while the other one had room."""
    with running(PREP_WORKERS="2", PREP_RENDERERS="2") as server:
        assert soon(lambda: is_ready(server))
        for _time in range(3):
            with ThreadPoolExecutor(10) as people:
                asked = [people.submit(ask_for_a_pdf, server, "127.0.0.1") for _one in range(10)]
            assert [one.result() for one in asked] == [200] * 10


def test_one_who_asks_for_ten_at_once_keeps_nobody_from_their_pdf():
    with running(PREP_WORKERS="2", PREP_RENDERERS="2") as server:
        assert soon(lambda: is_ready(server))
        stop, abused = threading.Event(), []

        def abuse():
            while not stop.is_set():
                abused.append(ask_for_a_pdf(server, "127.0.0.66", words="😀" * 200))

        abusers = [threading.Thread(target=abuse) for _one in range(12)]
        for abuser in abusers:
            abuser.start()
        soon(lambda: 503 in abused)
        others = [ask_for_a_pdf(server, f"127.0.1.{number}") for number in range(20)]
        stop.set()
        for abuser in abusers:
            abuser.join()
    assert others.count(200) >= 18, others
    assert 503 in abused
    assert "127.0" not in server.log


def test_who_is_refused_waits_a_moment_but_no_more_than_there_are_threads_for(monkeypatch):
    """Clients who ask without a pause would else be refused hundreds of times a second, and pages wait for them."""
    go_on, held = threading.Event(), threading.Semaphore(0)

    def busy(*_waiting):
        raise BusyError

    def pause(_seconds):
        held.release()
        go_on.wait()

    def refused():
        with pytest.raises(BusyError), service.place(""):
            pass

    monkeypatch.setattr("prep.pdf.service.received", busy)
    monkeypatch.setattr("prep.pdf.service.time", SimpleNamespace(sleep=pause))
    service = PdfService(1)
    asking = [threading.Thread(target=refused) for _one in range(HELD_BACK)]
    for one in asking:
        one.start()
    for _one in asking:
        held.acquire()
    refused()  # at once: all the others still wait
    go_on.set()
    for one in asking:
        one.join()
    service.stop()
