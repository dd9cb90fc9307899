"""What web processes and the dispatcher say to each other, over a pair of sockets for each request."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from multiprocessing.connection import Connection

from prep.pdf import errors
from prep.pdf.errors import NoPdfError

_ERRORS: Mapping[str, type[NoPdfError]] = {
    kind.__name__: kind for kind in vars(errors).values() if isinstance(kind, type)
}


class Wish(Enum):
    """What a web process asks for."""

    PLACE = b"p"
    CHECK = b"c"
    REQUIREMENTS = b"r"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A `NoPdfError` on its way."""

    kind: str
    message: str

    @classmethod
    def of(cls, error: NoPdfError) -> "Refusal":
        """Return the error, ready to be sent."""
        return cls(type(error).__name__, str(error))

    def error(self) -> NoPdfError:
        """Return the error again."""
        return _ERRORS[self.kind](self.message)


def received(connection: Connection, seconds: float | None) -> object:
    """Return what the other side says.

    Raises:
        NoPdfError: it refuses.
        TimeoutError: it says nothing for so many `seconds`.
        EOFError: it is gone.
    """
    if not connection.poll(seconds):
        raise TimeoutError
    said = connection.recv()
    if isinstance(said, Refusal):
        raise said.error()
    return said
