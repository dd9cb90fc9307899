"""Makes text that a person typed safe to show and print."""

import re
import unicodedata

_JOINERS = "\u200c\u200d"  # Persian spelling and many emoji need them
_REMOVED = {"Cf", "Cs", "Co", "Cn"}  # invisible, half, private and unassigned characters
_SPACES = re.compile(r"\s+")
_STACKED_MARKS = re.compile(r"(?<=[\u0300-\u036f]{4})[\u0300-\u036f]+")


def tidy(text: str) -> str:
    """Return `text` composed (NFC), without control and direction characters, each run of spaces as one.

    Direction characters could turn around the words next to them; a lone surrogate or a control
    character breaks the PDF.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(_shown(character) for character in composed)
    return _STACKED_MARKS.sub("", _SPACES.sub(" ", kept)).strip()


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category in _REMOVED and character not in _JOINERS else character
