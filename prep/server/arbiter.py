"""gunicorn's master process, which also sees to the dispatcher of PDFs, and stops without cutting anybody off."""

import logging
from collections.abc import Callable

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from prep.server.listeners import turn_away

logger = logging.getLogger("prep.server.arbiter")


class WatchfulArbiter(Arbiter):
    """Calls `look_after` about once a second, from the main loop of the master."""

    def __init__(self, app: BaseApplication, look_after: Callable[[], None]) -> None:
        self._look_after = look_after
        super().__init__(app)

    def manage_workers(self) -> None:
        """Keep the number of workers, and see to what else must run."""
        self._look_after()
        super().manage_workers()

    def stop(self, graceful: bool = True) -> None:
        """Stop the workers, after nobody can join the queue that they empty before they close it."""
        for listener in self.LISTENERS:
            turn_away(listener.sock)
        super().stop(graceful)

    def handle_usr2(self) -> None:
        """Stay as it is: gunicorn would run its own command again, which is not ours."""
        logger.warning("SIGUSR2 is ignored. To read bank and clinics again, send SIGHUP.")
