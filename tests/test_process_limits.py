"""A crash writes nothing to the disk, where memory runs out a renderer goes first, and what is hostile gets little."""

import resource
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from prep.process_limits import bounded_memory
from tests.server.test_faults import dispatcher, is_ready, processes, renderers, soon
from tests.serving import running

ASK = (
    "from prep.process_limits import keep_memory_private\n"
    "import ctypes, resource\n"
    "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    "keep_memory_private()\n"
    "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE))"
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="prctl is Linux's")
def test_memory_can_neither_be_dumped_nor_read():
    told = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True).stdout
    before, after = told.splitlines()
    assert before == "1", "a process that cannot be dumped from the start proves nothing"
    assert after == "0 (0, 0)"


@pytest.mark.faults
def test_no_process_of_the_server_leaves_a_core_even_where_the_shell_allows_it():
    with running("sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh") as server:
        assert soon(lambda: is_ready(server))
        everyone = [server.pid, *processes(server.pid)]
        assert len(everyone) > 5
        for process in everyone:
            limits = Path(f"/proc/{process}/limits").read_text()
            assert "Max core file size        0                    0" in limits, limits


@pytest.mark.faults
def test_renderers_go_first_when_memory_runs_out():
    with running(PREP_RENDERERS="2") as server:
        assert soon(lambda: is_ready(server))
        scores = {process: int(Path(f"/proc/{process}/oom_score_adj").read_text()) for process in processes(server.pid)}
        usual = int(Path("/proc/self/oom_score_adj").read_text())
        assert {scores[process] for process in renderers(server)} == {1000}
        assert {scores[process] for process in [*server.workers(), dispatcher(server)]} == {usual}


@pytest.mark.faults
def test_an_open_address_comes_with_a_word_of_warning():
    with running(host="0.0.0.0") as server:  # noqa: S104  # on this machine, for a moment
        urllib.request.urlopen(server.address + "healthz").close()
        assert any("A proxy belongs in front" in line for line in server.before)


def test_memory_has_a_limit_for_a_while():
    with bounded_memory(64 << 20):
        assert len(bytearray(1 << 20)) == 1 << 20
        with pytest.raises(MemoryError):
            bytearray(256 << 20)
    assert len(bytearray(256 << 20)) == 256 << 20


def test_a_stricter_limit_of_the_systems_stays(monkeypatch):
    set_to = []
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (1 << 20, resource.RLIM_INFINITY))
    monkeypatch.setattr(resource, "setrlimit", lambda _kind, limits: set_to.append(limits[0]))
    with bounded_memory(1 << 30):
        pass
    assert set_to == [1 << 20, 1 << 20]
