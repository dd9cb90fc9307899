"""Makes text that a person typed safe to show, print and compare, and marks text of ours for translation."""

import re
import unicodedata
from collections.abc import Iterator

_JOINERS = "\u200c\u200d"  # Persian spelling and many emoji need them
_REMOVED = {"Cf", "Cs", "Co", "Cn"}  # invisible, half, private and unassigned characters
_SPACES = re.compile(r"\s+")
_MARKS = {"Mn", "Me"}  # what is drawn above, below or around the letter before
_MOST_MARKS = 4
"""Marks on one letter; no script that we know of needs more, and a tower of them takes the PDF long."""


def tidy(text: str) -> str:
    """Return `text` composed (NFC), without control and direction characters, each run of spaces as one.

    A letter keeps at most four marks.

    Direction characters could turn around the words next to them; a lone surrogate or a control
    character breaks the PDF.
    """
    # composing comes last: what is taken out may have stood between a letter and its mark
    composed = unicodedata.normalize("NFC", "".join(map(_shown, text)))
    return _SPACES.sub(" ", "".join(_few_marks(composed))).strip()


def _few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        if marks <= _MOST_MARKS:
            yield character


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category in _REMOVED and character not in _JOINERS else character


def noop(message: str) -> str:
    """Mark a message for translation where it is written; it is translated where it is drawn."""
    return message


def letters_and_digits(text: str) -> str:
    """Return what counts where words are compared: letters and digits. Spelling differs in all else."""
    letters = unicodedata.normalize("NFKC", tidy(text)).casefold()
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] in "LNM")
