"""Looks at wording: words, runs of words, and words that only a doctor would use."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[’'\-/][^\W_]+)*")
_ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z]+\d|\d[A-Z]")
_SMALL_WORD = re.compile(
    r"an?|the|th(?:is|at|ese|those|ey|em|eir|ere)|those|some|any|my|me|i|we|us|our|you|your|it|its"
    r"|be|being|been|am|is|are|was|were|do|does|did|have|has|had|having|get|getting"
    r"|can|could|will|would|shall|should|may|might|must"
    r"|and|or|so|then|if|as|of|in|on|at|to|for|from|by|with|about|what|which|now|please"
)
"""Two questions that differ in these alone say the same. “How”, “when”, “who”, “why” and “not” do tell them apart."""
_STEMMER = snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """Return the words of a text; “hand-over” and “CDK4/6” are one word each."""
    return _WORD.findall(text)


def gist(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the meaning, whatever their order, case or ending."""
    plain = (word.casefold().replace("’", "'") for word in words(text))
    return frozenset(_STEMMER.stemWords([word for word in plain if not _SMALL_WORD.fullmatch(word)]))


def unexplained(text: str, explained: Iterable[re.Pattern[str]]) -> Iterator[str]:
    """Return the words that look medical and that no term explains."""
    for pattern in explained:
        text = pattern.sub(" ", text)
    return (word for word in words(text) if _ACRONYM.search(word) or _medical_ending().search(word))


@cache
def _medical_ending() -> re.Pattern[str]:
    """Compile the endings listed in `medical_endings.txt`."""
    lines = Path(__file__).with_name("medical_endings.txt").read_text(encoding="utf-8").splitlines()
    endings = [re.escape(line) for line in lines if line and not line.startswith("#")]
    patterns = "|".join(re.sub(r"^\\-", r"\\w", ending) for ending in endings)
    return re.compile(rf"(?:{patterns})s?$", re.IGNORECASE)


def runs(text: str, length: int) -> list[tuple[str, ...]]:
    """Return each `length` words in a row, case and punctuation aside."""
    plain = re.findall(r"[^\W_]+", text.replace("’", "'").replace("'", "").casefold())
    return [tuple(plain[start : start + length]) for start in range(len(plain) - length + 1)]
