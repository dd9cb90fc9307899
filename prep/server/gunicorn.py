"""Serves the application with gunicorn, and keeps its log as silent about people as our own."""

import gc
import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from threading import Thread

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from prep.pdf.errors import NoPdfError
from prep.pdf.service import HELD_BACK, PdfService
from prep.server.arbiter import WatchfulArbiter
from prep.server.gunicorn_patches import patch_gunicorn

THREADS = 8
"""Threads a worker, beside those that wait for PDFs or are held back. Without any, an idle connection would hang it."""

KEEP_ALIVE_SECONDS = 75
"""How long an idle connection stays open: longer than proxies keep it, or they would send a request into its end."""

BELIEVE_NOBODY: Mapping[str, object] = {"forwarded_allow_ips": "", "forwarder_headers": "", "secure_scheme_headers": {}}
"""gunicorn takes scheme and path from the headers of whoever is on this machine. The public address is a setting."""

STOP_SECONDS = 30
"""How long requests under way may take when the server is told to stop."""

_DISCREET = {
    "Invalid request": "A malformed request was refused.",
    "Error handling request": "A request could not be handled.",
}
_OF_THE_CONNECTION = "Socket error processing request"
"""What gunicorn says, with a traceback, when a connection fails or no more files can be opened. Neither is a fault."""


class _NoPerson(logging.Filter):
    """Takes the client's address and what was asked for out of gunicorn's own messages."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, reworded where it would tell too much."""
        for start, discreet in _DISCREET.items():
            if str(record.msg).startswith(start):
                record.msg, record.args = discreet, ()
        if str(record.msg).startswith(_OF_THE_CONNECTION):
            record.msg, record.args, record.exc_info = "A connection failed.", (), None
        return True


class DiscreetLog(Logger):
    """gunicorn's log without client addresses and request lines."""

    def setup(self, cfg: Config) -> None:
        """Set the log up as gunicorn does, with our filter."""
        super().setup(cfg)
        self.error_log.addFilter(_NoPerson())


class Server(BaseApplication):
    """gunicorn with our application and options."""

    def __init__(self, app: Flask, options: Mapping[str, object], look_after: Callable[[], None]) -> None:
        self._app = app
        self._options = options
        self._look_after = look_after
        super().__init__()

    def run(self) -> None:
        """Run the master process, which also looks after what is given."""
        WatchfulArbiter(self, self._look_after).run()

    def load_config(self) -> None:
        """Hand the options to gunicorn."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:  # type: ignore[override]  # the stubs know no typed WSGI application
        """Return the application; it is built once, before the workers start."""
        return self._app


def freeze_heap() -> None:
    """Move all live objects out of the garbage collector's sight (`gc.freeze`), so that workers share their memory.

    A collection that searches bank and templates takes as long as four pages.
    """
    gc.collect()
    gc.freeze()


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """Where and how to serve."""

    host: str
    port: int
    workers: int
    is_https: bool
    """People reach it by https, through a proxy."""


def serve(
    app: Flask, pdf: PdfService, options: ServerOptions, say: Callable[[str], None], reload: Callable[[], None]
) -> None:
    """Serve `app` until it is stopped with Ctrl-C or SIGTERM, and `say` where it is once it is ready.

    SIGHUP makes the master `reload` what can change, then fork new workers from the application as it is now, and let
    the old ones finish what they have begun. The master alone reads, so that all workers serve the same.
    """
    address = f"http://{options.host}:{options.port}/"
    settings = {
        **BELIEVE_NOBODY,
        "bind": f"{options.host}:{options.port}",
        "workers": options.workers,
        "worker_class": "prep.server.worker.DeadlineWorker",
        "threads": THREADS + pdf.capacity + HELD_BACK,
        "keepalive": KEEP_ALIVE_SECONDS,
        "pre_fork": lambda _server, _worker: freeze_heap(),
        "post_worker_init": partial(_say_what_is_missing, pdf, say),
        "graceful_timeout": STOP_SECONDS,
        "logger_class": DiscreetLog,
        "loglevel": "warning",
        "control_socket_disable": True,
        "on_reload": lambda _server: reload(),
        "when_ready": lambda _server: say(f"Visit Prep is at {address} (stop it with Ctrl-C)"),
    }
    patch_gunicorn(options.is_https)
    sys.argv = sys.argv[:1]  # gunicorn would read our own options as its own
    pdf.start()
    try:
        Server(app, settings, pdf.ensure_running).run()
    finally:
        pdf.stop()


def _say_what_is_missing(pdf: PdfService, say: Callable[[str], None], worker: Worker) -> None:
    """Say it once, and beside the worker: pages need not wait for the engine."""

    def ask() -> None:
        try:
            for sentence in pdf.missing_requirements():
                say(sentence)
        except NoPdfError as error:
            say(str(error))

    if worker.age == 1:
        Thread(target=ask, daemon=True).start()
