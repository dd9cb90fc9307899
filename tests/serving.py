"""The real server, started and stopped as `make serve` does, on loopback."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.conftest import BANKS


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(process: int) -> dict[int, str]:
    """Return the processes that a process started and that still run, each with its command."""
    found = {}
    for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
        with suppress(FileNotFoundError, ProcessLookupError):  # it has ended since it was listed
            found[int(child)] = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


def workers_of(server: int) -> list[int]:
    """Return the processes of a server that serve pages: they are forked, so their command is the server's own."""
    return [
        child for child, command in children(server).items() if " serve " in command and "spawn_main" not in command
    ]


@contextmanager
def running(*within, host="127.0.0.1", alarm=60, **environment):
    """Start the server `within` another command, wait until it says where it is, and stop it with Ctrl-C.

    One that hangs is ended after `alarm` seconds.
    """
    command = [*within, sys.executable, "-m", "prep", "serve", "--host", host, "--port", str(free_port())]
    bank = {"PREP_BANK": str(BANKS / "small.yaml")}
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | bank | environment
    )
    watchdog = threading.Timer(alarm, server.kill)
    watchdog.start()
    server.before, said = [], server.stdout.readline()
    while said and "http://" not in said:
        server.before.append(said)
        said = server.stdout.readline()
    address = re.search(r"http://[0-9.]+:(\d+)/", said)
    assert address, server.before
    server.workers = lambda: workers_of(server.pid)
    server.address, server.port = f"http://127.0.0.1:{address[1]}/", int(address[1])
    lines = []
    reading = threading.Thread(target=lambda: lines.extend(server.stdout))  # a full pipe would hold the server up
    reading.start()
    try:
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        reading.join()
        server.log = "".join(lines)
        server.stdout.close()
        server.wait()
        watchdog.cancel()
