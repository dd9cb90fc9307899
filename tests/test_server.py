"""The real server: gunicorn on loopback, started and stopped as `make serve` does."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

from tests.conftest import BANKS

CLINIC = "[[clinic]]\nslug = 'a'\nname = 'Hill Clinic'\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(**environment):
    """Start the server, wait until it says where it is, and stop it with Ctrl-C."""
    command = [sys.executable, "-m", "prep", "serve", "--port", str(free_port())]
    bank = {"PREP_BANK": str(BANKS / "small.yaml")}
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | bank | environment
    )
    alarm = threading.Timer(60, server.kill)
    alarm.start()
    try:
        said = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address, said
        server.address = address[0]
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        server.log = server.stdout.read()
        server.stdout.close()
        server.wait()
        alarm.cancel()


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
        with socket.create_connection(("127.0.0.1", int(server.address.split(":")[2].strip("/")))) as connection:
            connection.sendall(b"GET /en/?name=Xanthippe HTTP/9.9 Quux\r\n\r\n")
            assert b"400" in connection.recv(1000)
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(server.address + "Xanthippe?name=Xanthippe")
    assert "A malformed request was refused." in server.log
    for secret in ("Xanthippe", "Quux", "127.0.0.1"):
        assert secret not in server.log


def test_an_idle_connection_holds_nobody_up():
    with running(PREP_WORKERS="1") as server:
        port = int(server.address.split(":")[2].strip("/"))
        with (
            socket.create_connection(("127.0.0.1", port)),
            urllib.request.urlopen(server.address + "healthz", timeout=5) as page,
        ):
            assert page.read() == b"ok\n"


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as page:
        return page.read().decode()


def until(is_so, seconds=20) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


def test_clinics_are_read_again_without_dropping_a_request(tmp_path):
    clinics = tmp_path / "clinics.toml"
    clinics.write_text(CLINIC)
    with running(PREP_CLINICS=str(clinics)) as server:
        page = server.address + "c/a/en/"
        stop, pages, dropped = threading.Event(), [], []

        def keep_asking():
            while not stop.is_set():
                try:
                    pages.append(fetched(page))
                except OSError as error:
                    dropped.append(repr(error))

        asking = [threading.Thread(target=keep_asking) for _ in range(3)]
        for thread in asking:
            thread.start()
        try:
            until(lambda: pages)
            clinics.write_text(CLINIC.replace("Hill", "Lake"))
            server.send_signal(signal.SIGHUP)
            until(lambda: "Lake Clinic" in pages[-1])
            clinics.write_text(CLINIC.replace("slug", "slugg"))
            server.send_signal(signal.SIGHUP)
            time.sleep(2)  # the new workers are there, and the old ones gone
        finally:
            stop.set()
            for thread in asking:
                thread.join()
        assert dropped == []
        assert len(pages) > 10
        assert all("Hill Clinic" in page or "Lake Clinic" in page for page in pages)
        assert "Lake Clinic" in fetched(page)
        server.send_signal(signal.SIGINT)
    said = [line for line in server.log.splitlines() if "clinics" in line]
    assert said[0] == "The clinics were read again: 1."
    assert said[1].startswith("The clinics stay as they were: clinics.toml:2:")
    assert "slugg: is not a known key" in said[1]
    assert len(said) == 2


def test_a_bad_clinics_file_stops_the_start_with_its_reason(tmp_path):
    (tmp_path / "clinics.toml").write_text(CLINIC + "paper = 'a5'")
    environment = os.environ | {"PREP_CLINICS": str(tmp_path / "clinics.toml")}
    command = [sys.executable, "-m", "prep", "serve", "--port", str(free_port())]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert ended.returncode == 1
    assert "clinics.toml:4:9: clinic 'a': paper: is 'letter' or 'a4'" in ended.stderr
