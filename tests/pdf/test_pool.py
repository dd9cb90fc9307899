"""PDFs made elsewhere: whatever happens to a renderer, the next person gets theirs."""

import os
import signal
import threading
import time
from contextlib import contextmanager

import pytest

from prep.checklist.pack import Paper, PrintSize
from prep.pdf.errors import BusyError, FailedError, GoneError, OverrunError
from prep.pdf.pool import WAITING, PdfPool
from prep.pdf.worker import PROBE, render_here

pytestmark = pytest.mark.slow

LONG = (f"<html lang='en'>{'<p>A long list of words.</p>' * 500}</html>", Paper.A4, PrintSize.STANDARD)


@contextmanager
def started(renderers=1, **options):
    press = PdfPool(renderers, **options)
    press.start()
    try:
        assert press.missing_requirements() == ()
        yield press
    finally:
        press.stop()  # one that a test has stopped in its tracks would else hold up the end of all tests


@pytest.fixture(scope="module")
def press():
    with started() as press:
        yield press


def renderer_of(press) -> int:
    """Return the process that renders."""
    return press._workers[0]._process.pid


def in_the_middle_of(press, order, strike) -> list:
    """Give the order, do something to its renderer once it is at work, and return what became of the order."""
    became = []

    def ask():
        try:
            became.append(press.render(*order)[:5])
        except Exception as error:
            became.append(type(error))

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(0.2)
    strike()
    asking.join()
    return became


def test_it_gives_the_same_file_as_the_engine_here(press):
    assert press.render(*PROBE) == render_here(*PROBE)


@pytest.mark.faults
def test_a_pdf_whose_renderer_is_killed_is_made_again(press):
    killed = renderer_of(press)
    assert in_the_middle_of(press, LONG, lambda: os.kill(killed, signal.SIGKILL)) == [b"%PDF-"]
    assert renderer_of(press) != killed


def test_a_renderer_killed_while_idle_is_replaced(press):
    os.kill(renderer_of(press), signal.SIGKILL)
    assert press.render(*PROBE)[:5] == b"%PDF-"


def test_ctrl_c_in_the_terminal_reaches_renderers_and_stops_none(press):
    same = renderer_of(press)
    os.kill(same, signal.SIGINT)
    assert press.render(*PROBE)[:5] == b"%PDF-"
    assert renderer_of(press) == same


def test_a_pack_that_the_engine_cannot_render_harms_nobody_and_the_log_has_no_words_of_it(press, caplog):
    with pytest.raises(FailedError):
        press.render('<html lang="en"><img src="http://Xanthippe.example/"/></html>', Paper.A4, PrintSize.STANDARD)
    assert "FatalURLFetchingError" in caplog.text
    assert "Xanthippe" not in caplog.text
    assert press.render(*PROBE)[:5] == b"%PDF-"


@pytest.mark.faults
def test_a_render_that_takes_too_long_is_ended(caplog):
    with started(seconds=1.5) as press:
        for html in (PROBE[0], PROBE[0] + " " * 1_000_000):  # the second does not even fit into the pipe
            stuck = renderer_of(press)
            os.kill(stuck, signal.SIGSTOP)
            with pytest.raises(OverrunError):
                press.render(html, *PROBE[1:])
            assert renderer_of(press) != stuck
            press.missing_requirements()
        assert press.render(*PROBE)[:5] == b"%PDF-"
    assert "The render took too long and was ended. Its process is replaced." in caplog.messages


@pytest.mark.faults
def test_who_finds_the_queue_full_is_told_at_once():
    with started() as press:
        os.kill(renderer_of(press), signal.SIGSTOP)
        waiting = [threading.Thread(target=press.render, args=PROBE) for _one in range(1 + WAITING)]
        for one in waiting:
            one.start()
        while not press._gate.is_full:
            time.sleep(0.01)
        with pytest.raises(BusyError):
            press.render(*PROBE)
        assert all(one.is_alive() for one in waiting), "nobody had to be done first"
        os.kill(renderer_of(press), signal.SIGCONT)
        for one in waiting:
            one.join()
        assert press.render(*PROBE)[:5] == b"%PDF-"


def test_an_old_renderer_is_replaced(press, monkeypatch):
    monkeypatch.setattr("prep.pdf.worker_process.RENDERS", 2)
    first = renderer_of(press)
    for _one in range(3):
        assert press.render(*PROBE)[:5] == b"%PDF-"
    assert renderer_of(press) != first


def test_an_answer_never_goes_to_who_comes_after_one_that_broke_off(press, monkeypatch):
    """Something breaks off between order and answer: the answer that is under way must not meet the next order."""
    answer = type(press._workers[0])._answer

    def breaks_off(*_waiting):
        monkeypatch.setattr("prep.pdf.worker_process.PdfWorker._answer", answer)
        raise MemoryError

    press.missing_requirements()
    monkeypatch.setattr("prep.pdf.worker_process.PdfWorker._answer", breaks_off)
    with pytest.raises(MemoryError):
        press.render(*LONG)
    assert press.render(*PROBE) == render_here(*PROBE)


@pytest.mark.parametrize("fault", [OSError("no memory"), EOFError()], ids=["no memory", "no more processes"])
def test_where_no_process_can_be_started_it_is_told_and_tried_again(press, monkeypatch, fault):
    press.missing_requirements()
    with monkeypatch.context() as full:
        full.setattr("prep.pdf.worker_process._forking.Process", lambda **_options: (_ for _ in ()).throw(fault))
        os.kill(renderer_of(press), signal.SIGKILL)
        with pytest.raises(GoneError):
            press.render(*PROBE)
    assert press.render(*PROBE)[:5] == b"%PDF-"
