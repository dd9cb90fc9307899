"""Deadlines for connections: a watchdog thread that shuts down whatever takes too long to send or to read.

gunicorn's threads wait as long as a client likes for half a header, half a body, or for someone who reads one byte a
minute. A few hundred such clients would hold every thread.
"""

import socket
import time
from contextlib import suppress
from threading import Lock, Thread

HEAD_SECONDS = 10.0
"""How long the head of a request may take, from its first byte."""

BODY_SECONDS = 30.0
"""How long its body may take. The largest is 1 MiB."""

WRITE_SECONDS = 60.0
"""How long a reader may take for one piece of an answer. The largest, a PDF, is some 100 KB."""

STREAM_SECONDS = 600.0
"""How long an answer that comes in pieces may take in all. Forty lists take about a minute on a quiet machine."""

LOOK_SECONDS = 1.0


class Deadlines:
    """The connections of a worker process that have a deadline just now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._ends: dict[socket.socket, float] = {}

    def start(self) -> None:
        """Start to watch."""
        Thread(target=self._watch, name="deadlines", daemon=True).start()

    def set(self, connection: socket.socket, seconds: float) -> None:
        """Give the connection so many `seconds` from now."""
        with self._lock:
            self._ends[connection] = time.monotonic() + seconds

    def clear(self, connection: socket.socket) -> None:
        """Let it take as long as it takes."""
        with self._lock:
            self._ends.pop(connection, None)

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK_SECONDS)
            self._shut_down_overdue(time.monotonic())

    def _shut_down_overdue(self, now: float) -> None:
        with self._lock:
            overdue = [connection for connection, end in self._ends.items() if end < now]
            for connection in overdue:
                del self._ends[connection]
        for connection in overdue:
            with suppress(OSError):  # it is closed already
                connection.shutdown(socket.SHUT_RDWR)  # whoever waits for it in a thread sees its end
