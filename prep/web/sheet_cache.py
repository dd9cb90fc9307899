"""Caches the kit's printed sheets: they hold nothing of a person, so each is rendered once and kept."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

MOST = 64
"""Sheets kept. Three kinds on two sizes of paper are six for each clinic and language."""


class SheetCache:
    """The sheets made last, by what they are drawn from. Several who ask for one at once wait for one render."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return the sheet of this `key`, made by `make` where it is not kept."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                return self._kept.get(key) or self._keep(key, make())
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _keep(self, key: Hashable, sheet: bytes) -> bytes:
        with self._lock:
            self._kept[key] = sheet
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return sheet
