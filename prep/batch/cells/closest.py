"""Guesses what a word that is not known may be meant for."""

import difflib
from collections.abc import Iterable, Sequence

from prep.text import letters_and_digits


def closest(text: str, words: Iterable[str]) -> Sequence[str]:
    """Return the word that `text` may be meant for, if there is any, as it is written there."""
    return difflib.get_close_matches(letters_and_digits(text), words, n=1, cutoff=0.85)
