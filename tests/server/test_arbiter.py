"""The master process stays as it is whatever signal comes, and says in one line what it does not do."""

import signal
import urllib.request

import pytest

from tests.serving import running

pytestmark = pytest.mark.faults


def test_a_signal_that_cannot_work_here_is_named_and_changes_nothing():
    with running(PREP_WORKERS="1") as server:
        server.send_signal(signal.SIGUSR2)
        for sent in (signal.SIGUSR1, signal.SIGWINCH, signal.SIGTTIN, signal.SIGTTOU):
            server.send_signal(sent)
        with urllib.request.urlopen(server.address + "healthz", timeout=30) as page:
            assert page.read() == b"ok\n"
    assert server.returncode == 0
    assert "SIGUSR2 is ignored. To read bank and clinics again, send SIGHUP." in server.log
    assert "Usage:" not in server.log
