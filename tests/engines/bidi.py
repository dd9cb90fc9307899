"""The little of WebDriver BiDi that the tests speak: commands and events over one websocket."""

import itertools
import json
import time
from collections.abc import Callable

from websocket import WebSocketTimeoutException, create_connection

PATIENCE = 30


class BidiError(Exception):
    """The browser says that a command cannot be done."""


class Connection:
    """Sends commands one after the other; events that come between are kept until they are asked for."""

    def __init__(self, address: str):
        self._socket = create_connection(f"{address}/session", timeout=PATIENCE, suppress_origin=True)
        self._ids = itertools.count(1)
        self._answers: dict[int, dict] = {}
        self.events: list[dict] = []

    def do(self, method: str, **params: object) -> dict:
        """Send a command and wait for its answer."""
        return self.result(self.start(method, **params))

    def start(self, method: str, **params: object) -> int:
        """Send a command whose answer may take until a question is answered."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        return number

    def result(self, number: int) -> dict:
        """Wait for the answer to a command."""
        self.until(lambda: number in self._answers, PATIENCE)
        answer = self._answers.pop(number)
        if answer["type"] == "error":
            raise BidiError(f"{answer['error']}: {answer['message']}")
        return answer["result"]

    def is_answered(self, number: int) -> bool:
        return number in self._answers

    def until(self, is_so: Callable[[], bool], seconds: float) -> bool:
        """Read what comes until it is so; return whether it is."""
        end = time.monotonic() + seconds
        while not is_so():
            left = end - time.monotonic()
            if left <= 0:
                return False
            self._read(left)
        return True

    def event(self, method: str, context: str) -> dict | None:
        """Return the newest event of that kind in a window."""
        found = [
            one["params"] for one in self.events if one["method"] == method and one["params"]["context"] == context
        ]
        return found[-1] if found else None

    def close(self) -> None:
        self._socket.close()

    def _read(self, seconds: float) -> None:
        self._socket.settimeout(seconds)
        try:
            message = json.loads(self._socket.recv())
        except WebSocketTimeoutException:
            return
        if message["type"] == "event":
            self.events.append(message)
        else:
            self._answers[message["id"]] = message
