"""Clients who ask for PDFs without a pause, in a process of their own, so that they do not hold up whoever measures.

They come from addresses of their own (127.0.1.…), ask until standard input ends, and then tell what became of it.
"""

import json
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tests.traffic import FORM, filled_in, sent

CLIENTS = 48
PDF = sent("PDF", "/en/checklist", filled_in(format="pdf"), FORM).request


@contextmanager
def flooded(port: int) -> Iterator[Counter[str]]:
    """Flood a server while the context lasts; what is given counts the statuses of answers afterwards."""
    told: Counter[str] = Counter()
    command = [sys.executable, "-m", "tests.bench.flood", str(port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        process.stdout.readline()
        yield told
        said, _nothing = process.communicate()
    told.update(json.loads(said))


def asking(port: int, client: int, stopped: threading.Event) -> Counter[str]:
    """Ask again and again, and count the statuses of answers; 0 where there was none."""
    statuses: Counter[str] = Counter()
    while not stopped.is_set():
        try:
            with socket.create_connection(("127.0.0.1", port), 120, (f"127.0.1.{client}", 0)) as connection:
                connection.sendall(PDF)
                status = connection.recv(12)[9:].decode()
                while connection.recv(65_536):
                    pass
        except OSError:
            status = ""
        statuses[status or "0"] += 1
    return statuses


def main() -> None:
    stopped = threading.Event()
    with ThreadPoolExecutor(CLIENTS) as clients:
        flood = [clients.submit(asking, int(sys.argv[1]), client, stopped) for client in range(1, CLIENTS + 1)]
        print(flush=True)  # noqa: T201
        sys.stdin.read()
        stopped.set()
    print(json.dumps(sum((client.result() for client in flood), Counter())))  # noqa: T201


if __name__ == "__main__":
    main()
