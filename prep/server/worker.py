"""The gunicorn worker: threads, a deadline for every connection, patience when files run out, and an orderly end."""

import errno
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from gunicorn.http.message import Request
from gunicorn.workers.gthread import TConn, ThreadWorker

from prep.server import deadlines
from prep.server.deadlines import Deadlines
from prep.web.middleware.bounded_request import RECEIVED

OUT_OF_FILES = {errno.EMFILE, errno.ENFILE}
PAUSE_SECONDS = 0.1
"""How long to wait before another connection is taken, when no more files can be opened."""

SILENT_SECONDS = 2.0
"""How long a worker that ends waits for a client who never sent anything; as long as gunicorn does for idle ones."""

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class DeadlineWorker(ThreadWorker):
    """Serves requests in threads, none of which a slow client can hold for long."""

    def init_process(self) -> None:
        """Start to watch, then to serve."""
        self._deadlines = Deadlines()
        self._deadlines.start()
        super().init_process()

    def load_wsgi(self) -> None:
        """Load the application, and time what it reads and writes."""
        super().load_wsgi()
        self.wsgi = partial(self._timed, self.wsgi)

    def accept(self, listener: socket.socket) -> None:
        """Take a connection. When no more files can be opened it waits in the system's queue."""
        try:
            super().accept(listener)
        except OSError as error:
            if error.errno not in OUT_OF_FILES:
                raise
            time.sleep(PAUSE_SECONDS)

    def set_accept_enabled(self, enabled: bool | None) -> None:
        """Take connections, or none for now. A worker that ends takes all that wait, then closes the queue behind them.

        gunicorn leaves it open to the end: whoever came while requests were under way would wait there, and be cut off.
        And it waits for connections on which nothing was ever sent as long as for requests under way.
        """
        super().set_accept_enabled(enabled)
        if not self.alive:
            for listener in self.sockets:
                self._take_all(listener)
                listener.close()
            self._hurry_silent()

    def _take_all(self, listener: socket.socket) -> None:
        for _waiting in range(self.cfg.backlog):
            before = self.nr_conns
            self.accept(listener)
            if self.nr_conns == before:
                return

    def _hurry_silent(self) -> None:
        end = time.monotonic() + SILENT_SECONDS
        for connection in self.pending_conns:
            connection.timeout = end

    def handle(self, conn: TConn) -> bool:
        """Serve one request; its head has to come in time."""
        self._deadlines.set(conn.sock, deadlines.HEAD_SECONDS)
        try:
            return super().handle(conn)
        finally:
            self._deadlines.clear(conn.sock)

    def handle_request(self, req: Request, conn: TConn) -> bool:
        """Serve it; its body has to come in time."""
        self._deadlines.set(conn.sock, deadlines.BODY_SECONDS)
        return bool(super().handle_request(req, conn))

    def _timed(self, app: WsgiApp, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        connection = environ["gunicorn.socket"]
        environ[RECEIVED] = partial(self._deadlines.clear, connection)
        if not environ.get("CONTENT_LENGTH") and not environ.get("HTTP_TRANSFER_ENCODING"):
            self._deadlines.clear(connection)  # there is no body to wait for
        return _TimedPieces(app(environ, start_response), connection, self._deadlines)


class _TimedPieces:
    """An answer whose reader has a deadline for each piece, and for all of them."""

    def __init__(self, pieces: Iterable[bytes], connection: socket.socket, watch: Deadlines) -> None:
        self._pieces = pieces
        self._connection = connection
        self._watch = watch
        self._end = time.monotonic() + deadlines.STREAM_SECONDS

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._watch.set(self._connection, deadlines.WRITE_SECONDS)
            yield piece
            self._watch.set(self._connection, self._end - time.monotonic())

    def close(self) -> None:
        """End the answer, as WSGI asks for."""
        self._watch.clear(self._connection)
        if close := getattr(self._pieces, "close", None):
            close()
