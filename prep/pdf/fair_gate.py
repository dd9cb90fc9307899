"""A semaphore with fair queueing: it admits a few at a time, in turns between clients, and lets few wait.

One client that asks for many things at once waits behind itself, not before everybody else. Who the clients are is
known only while they wait.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

from prep.pdf.errors import BusyError

BUSY = "All renderers are busy, and the queue is full."


class Claim:
    """One who was let into the queue, or in already."""

    def __init__(self, client: str, is_admitted: bool) -> None:
        self.client = client
        self.is_admitted = is_admitted
        self._told = Event()
        if is_admitted:
            self._told.set()

    def tell(self, is_admitted: bool) -> None:
        """Say that it is their turn, or that they gave way to another client."""
        self.is_admitted = is_admitted
        self._told.set()

    def wait(self, seconds: float) -> None:
        """Wait for their turn.

        Raises:
            BusyError: it took longer than `seconds`, or another client had a better claim to the room.
        """
        self._told.wait(seconds)
        if not self.is_admitted:
            raise BusyError(BUSY)


class FairGate:
    """Admits `places` at a time and lets `waiting` wait."""

    def __init__(self, places: int, waiting: int) -> None:
        self._lock = Lock()
        self._free = places
        self._room = waiting
        self._queues: dict[str, deque[Claim]] = {}
        """Those of each client that wait; the client whose turn is next comes first."""

    @property
    def is_full(self) -> bool:
        """Return whether a client who waits for nothing yet could only come in by another's giving way."""
        with self._lock:
            return not self._free and self._waiting() >= self._room

    @contextmanager
    def claim(self, client: str) -> Iterator[Claim]:
        """Hold a claim to a place: it is free already, or there is room to wait for it.

        Raises:
            BusyError: there is neither.
        """
        with self._lock:
            claim = self._admitted(client) if self._free else self._queued(client)
        try:
            yield claim
        finally:
            with self._lock:
                self._leave(claim)

    def _admitted(self, client: str) -> Claim:
        self._free -= 1
        return Claim(client, is_admitted=True)

    def _queued(self, client: str) -> Claim:
        """Queue a claim; where there is no room, whoever waits for most gives way to one who waits for less."""
        if self._waiting() >= self._room:
            own = len(self._queues.get(client, ()))
            greediest = max(self._queues, key=lambda other: len(self._queues[other]), default=client)
            if len(self._queues.get(greediest, ())) <= own + 1:
                raise BusyError(BUSY)
            self._queues[greediest].pop().tell(is_admitted=False)
        claim = Claim(client, is_admitted=False)
        self._queues.setdefault(client, deque()).append(claim)
        return claim

    def _leave(self, claim: Claim) -> None:
        if claim.is_admitted:
            self._admit_next()
            return
        queue = self._queues.get(claim.client, deque())
        if claim in queue:
            queue.remove(claim)
            if not queue:
                del self._queues[claim.client]

    def _admit_next(self) -> None:
        """Give the place to the client whose turn it is, who then stands behind the others."""
        if not self._queues:
            self._free += 1
            return
        client = next(iter(self._queues))
        queue = self._queues.pop(client)
        queue.popleft().tell(is_admitted=True)
        if queue:
            self._queues[client] = queue

    def _waiting(self) -> int:
        return sum(map(len, self._queues.values()))
