"""The dispatcher process: one pool of PDF workers for all processes that serve pages, so that they share one queue.

Whoever wants a PDF makes a pair of sockets and sends one of them over the bell, a socket that all share. There is no
address to guess, no file, and nothing to clean up: when either side ends, the other one sees it at once.
"""

import logging
import signal
import socket
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from threading import Thread

from prep.pdf.errors import NoPdfError
from prep.pdf.messages import Refusal, Wish
from prep.pdf.pool import PdfPool
from prep.process_limits import keep_files_in_memory, keep_memory_private

CLIENT_BYTES = 100
"""The longest name of a client. Addresses are shorter."""

DRAW_SECONDS = 30.0
"""How long whoever holds a place may take to draw what goes into it. A list takes some 20 ms."""


def dispatch(bell: socket.socket, workers: int, seconds: float) -> None:
    """Serve every wish that comes over the `bell`, until nobody is left who could ring it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who rings the bell ends first, and then we do
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    keep_memory_private()
    keep_files_in_memory()
    logging.basicConfig(format="%(message)s", stream=sys.stdout, level=logging.INFO)
    pool = PdfPool(workers, seconds)
    Thread(target=_start, args=(pool,), daemon=True).start()
    while rung := _rung(bell):
        Thread(target=_serve, args=(pool, *rung), daemon=True).start()
    pool.stop()


def main() -> None:
    """Dispatch for the process that gave us the bell, as an open file of this number, and told us how."""
    bell, workers, seconds = sys.argv[1:]
    dispatch(socket.socket(fileno=int(bell)), int(workers), float(seconds))


def _start(pool: PdfPool) -> None:
    pool.start()
    with suppress(NoPdfError):  # the next who asks is told
        pool.missing_requirements()


def _rung(bell: socket.socket) -> tuple[Connection, Wish, str] | None:
    """Return the next wish, whose it is, and where to answer; nothing when the bell is gone."""
    message, handles, _flags, _address = socket.recv_fds(bell, 1 + CLIENT_BYTES, 1)
    return (Connection(handles[0]), Wish(message[:1]), message[1:].decode()) if message else None


def _serve(pool: PdfPool, connection: Connection, wish: Wish, client: str) -> None:
    with connection, suppress(EOFError, OSError):  # who asked is gone
        try:
            match wish:
                case Wish.CHECK:
                    pool.check()
                    connection.send(None)
                case Wish.REQUIREMENTS:
                    connection.send(pool.missing_requirements())
                case Wish.PLACE:
                    _serve_place(pool, connection, client)
        except NoPdfError as error:
            connection.send(Refusal.of(error))


def _serve_place(pool: PdfPool, connection: Connection, client: str) -> None:
    """Say that there is a place, or room to wait for one; then do the job that is drawn up meanwhile."""
    with pool.place(client) as place:
        connection.send(None)
        if connection.poll(DRAW_SECONDS):
            connection.send(place.do(connection.recv()))


if __name__ == "__main__":
    main()
