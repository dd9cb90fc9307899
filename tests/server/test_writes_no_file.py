"""The server keeps nothing: once it has started, none of its processes opens a file for writing (seen by strace)."""

import os
import re
import signal
import subprocess
from contextlib import contextmanager

import pytest

from prep.paths import QUESTIONS
from tests.server.test_faults import is_ready, renderers, soon
from tests.serving import running
from tests.traffic import answer, kinds, mixed

pytestmark = pytest.mark.faults

CALLS = "trace=%file"
"""All that takes a path; what opens by a number is of a file that is open already."""

WRITES = re.compile(
    r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|\b(creat|truncate|mk(dir|nod)(at)?|(sym)?link(at)?|rename(at2?)?)\("
)
NO_FILES = re.compile(r'"/dev/null"|"/proc/self/oom_score_adj"')
"""The second is where a renderer that starts asks to be ended before others when memory runs out."""

LEAK = """
from prep.pdf import worker

done = worker.done


def leaky(job):
    with open({path!r}, "a") as file:
        file.write(job[0])
    return done(job)


worker.done = leaky
"""


@pytest.fixture
def traced(tmp_path):
    """Start the server under strace, and tell what it opens for writing from the time when it is ready."""
    trace = tmp_path / "trace"
    strace = ["strace", "-D", "-f", "--quiet=all", "--seccomp-bpf", "-s", "4096", "-e", CALLS, "-o", str(trace)]
    if subprocess.run([*strace, "true"], capture_output=True).returncode:
        pytest.skip("strace may not watch other processes here: ptrace is forbidden")

    @contextmanager
    def serving(**environment):
        with running(*strace, PREP_BANK=str(QUESTIONS), **environment) as server:
            assert soon(lambda: is_ready(server) and len(renderers(server)) >= 2)
            for _once_each in range(4):
                answer(server.port, kinds()["PDF"])
            before = trace.stat().st_size
            server.written = lambda: writes(trace.read_bytes()[before:].decode())
            server.watched = lambda: {int(line.split()[0]) for line in trace.read_text().splitlines()}
            yield server

    return serving


def writes(traced: str) -> list[str]:
    """Return the calls that would change a file, whether they came off or not."""
    return [line for line in traced.splitlines() if WRITES.search(line) and not NO_FILES.search(line)]


def test_a_hundred_requests_of_all_kinds_write_no_file(traced):
    with traced(PREP_RENDERERS="2") as server:
        for number, asked in enumerate(mixed(100)):
            if number == 50:
                first = renderers(server)
                for renderer in first:
                    os.kill(renderer, signal.SIGKILL)  # those that take their places write none either
            assert answer(server.port, asked)[0] == asked.status, asked.what
        assert server.written() == []
        assert set(renderers(server)) != set(first)
        assert server.watched() >= {server.pid, *server.workers(), *renderers(server)}


def test_a_renderer_that_writes_a_file_would_be_seen(traced, tmp_path):
    (tmp_path / "sitecustomize.py").write_text(LEAK.format(path=str(tmp_path / "leaked")))
    with traced(PREP_RENDERERS="2", PYTHONPATH=str(tmp_path)) as server:
        for _one in range(3):
            answer(server.port, kinds()["PDF"])
        assert any("leaked" in line for line in server.written())
    assert b"Ann Lee" in (tmp_path / "leaked").read_bytes()


@pytest.mark.parametrize(
    ("call", "is_one"),
    [
        ('7 openat(AT_FDCWD, "/tmp/a", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3', True),
        ('7 openat(AT_FDCWD, "/tmp/a", O_RDWR) = -1 EACCES (Permission denied)', True),
        ('7 openat(AT_FDCWD, "/dev/shm", O_RDWR|O_TMPFILE, 0600 <unfinished ...>', True),
        ('7 creat("/tmp/a", 0600) = 3', True),
        ('7 rename("/tmp/a", "/tmp/b") = 0', True),
        ('7 openat(AT_FDCWD, "/tmp/a", O_RDONLY|O_CLOEXEC) = 3', False),
        ('7 readlink("/tmp/a", "/tmp/b", 4095) = 6', False),
        ('7 openat(AT_FDCWD, "/dev/null", O_RDWR|O_CLOEXEC) = 3', False),
    ],
)
def test_calls_that_change_files_are_told_from_those_that_read(call, is_one):
    assert (writes(call) == [call]) is is_one
