"""Looks at wording: words, runs of words, and words that only a doctor would use."""

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+(?:[’'\-/][^\W_]+)*")
_ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z]+\d|\d[A-Z]")
_MEDICAL_ENDING = re.compile(
    r"(?:ectomy|oscopy|ostomy|plasty|opsy|ography|gram|itis|oma|osis|pathy|penia|emia|edema"
    r"|\wtherapy|static|mab|nib|clib|lisib|parib|limus|trozole|stane|xifen|strant|tecan|platin|taxel)s?$",
    re.IGNORECASE,
)


def words(text: str) -> list[str]:
    """Return the words of a text; “hand-over” and “CDK4/6” are one word each."""
    return _WORD.findall(text)


def word_bag(text: str) -> frozenset[str]:
    """Return the words used, whatever their order, case or plural."""
    return frozenset(word.casefold().removesuffix("s") for word in words(text))


def unexplained(text: str, explained: Iterable[re.Pattern[str]]) -> Iterator[str]:
    """Return the words that look medical and that no term explains."""
    for pattern in explained:
        text = pattern.sub(" ", text)
    return (word for word in words(text) if _ACRONYM.search(word) or _MEDICAL_ENDING.search(word))


def runs(text: str, length: int) -> list[tuple[str, ...]]:
    """Return each `length` words in a row, case and punctuation aside."""
    plain = re.findall(r"[^\W_]+", text.replace("’", "'").replace("'", "").casefold())
    return [tuple(plain[start : start + length]) for start in range(len(plain) - length + 1)]
