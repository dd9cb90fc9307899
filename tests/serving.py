"""The real server, started and stopped as `make serve` does, on loopback."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

from tests.conftest import BANKS


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(*within, **environment):
    """Start the server `within` another command, wait until it says where it is, and stop it with Ctrl-C."""
    command = [*within, sys.executable, "-m", "prep", "serve", "--port", str(free_port())]
    bank = {"PREP_BANK": str(BANKS / "small.yaml")}
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | bank | environment
    )
    alarm = threading.Timer(60, server.kill)
    alarm.start()
    server.before, said = [], server.stdout.readline()
    while said and "http://" not in said:
        server.before.append(said)
        said = server.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
    assert address, server.before
    server.address, server.port = address[0], int(address[1])
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
        alarm.cancel()
