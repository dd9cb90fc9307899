"""Why a PDF could not be made this time. Whoever asked may try again."""


class NoPdfError(Exception):
    """A PDF could not be made this time."""


class BusyError(NoPdfError):
    """All renderers are at work, and as many orders as may wait are waiting."""


class OverrunError(NoPdfError):
    """The render took too long and was ended."""


class GoneError(NoPdfError):
    """The renderer ended before it was done."""


class FailedError(NoPdfError):
    """The engine failed on this pack, or cannot run at all."""
