"""Parses the tick that lets the PDF carry the answers. Without it nothing is in the file that is not printed."""

from collections.abc import Iterator

from werkzeug.datastructures import MultiDict

KEEP = "pack_keep_answers"


def wanted(sent: MultiDict[str, str]) -> bool:
    """Return whether the person ticked it."""
    return KEEP in sent


def fields(is_wanted: bool) -> Iterator[tuple[str, str]]:
    """Yield the name and value that carry the tick on to the next page."""
    if is_wanted:
        yield KEEP, "yes"
