"""Looks up what people, reports and exports call the answers: brand names, “stage IIB”, “TNBC”."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise, zip_longest

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.former_fields import SETS
from prep.bank.model_types import AppliesTo
from prep.file_problems import Place
from prep.text import letters_and_digits

_BETWEEN = re.compile(r"[\w\s,;/|&().:’'\-−]*")
"""What an input may hold once its signs are words. A formula, or a sum, means nothing."""

_NUMBER = re.compile(r"\d+|[ivx]+")
"""A number, as our digits or the Romans' letters write it."""

_WRITTEN = re.compile(r"[^\W\d_]\w*")
"""A word as people write it."""

MOST_WORDS = 40
"""The longest input looked at, in words. A cell of a list holds fewer."""

_SIGNS = (
    (re.compile(r"(?<=\w)\s*\(\+\)|(?<=\w)\s\+(?=\s*(?:[,;/|]|$))|\bpos\b", re.IGNORECASE), " positive "),
    (re.compile(r"(?<=\w)\s*\([-−]\)|(?<=\w)\s[-−](?=\s*(?:[,;/|]|$))|\bneg\b", re.IGNORECASE), " negative "),
    (re.compile(r"(?<=\w)\+(?:ve)?(?!\w)"), " positive "),
    (re.compile(r"(?<=\w)[-−](?:ve)?(?!\w)"), " negative "),
)


class Vocabulary:
    """The words of a bank, and what each means."""

    def __init__(self, bank: Bank, *, with_numbers: bool = True) -> None:
        """Read the words of all options and phrases; a mere number may mean too much where several things are told."""
        words = ((spoken_of_bank(said), means) for _place, said, means in all_words(bank))
        self._meanings: Mapping[str, AppliesTo] = {
            word: means for word, means in words if with_numbers or not _NUMBER.fullmatch(word)
        }
        self._parts = frozenset(part for _place, said, _means in all_words(bank) for part in words_of_bank(said))

    def explain(self, said: str) -> Mapping[str, frozenset[str]] | None:
        """Return the answers that the words of `said` mean together; nothing unless words explain all of it.

        Words that answer nothing are explained, too: of them alone the answers are empty.
        """
        parts = words_of(said)
        if not parts or len(parts) > MOST_WORDS or not is_plain(said):
            return None
        found: dict[int, list[AppliesTo] | None] = {len(parts): []}
        for start in reversed(range(len(parts))):
            found[start] = self._longest_first(parts, start, found)
        explained = found[0]
        if explained is None:
            return None
        meant: dict[str, set[str]] = defaultdict(set)
        for answers in explained:
            for field, options in answers.items():
                meant[field].update(options)
        return {field: frozenset(options) for field, options in meant.items()}

    def unknown_in(self, said: str) -> tuple[str, ...]:
        """Return what stands in no word of the bank, as it is written there; numbers are left out."""
        told = (found[0] for found in _WRITTEN.finditer(_without_signs(said)))
        return tuple(dict.fromkeys(one for one in told if self._parts.isdisjoint(words_of(one))))

    def _longest_first(
        self, parts: list[str], start: int, rest: Mapping[int, list[AppliesTo] | None]
    ) -> list[AppliesTo] | None:
        """Return what the words from `start` on mean, taking the longest that leaves none unexplained."""
        for end in range(len(parts), start, -1):
            meaning, following = self._meanings.get(_joined(parts[start:end])), rest[end]
            if meaning is not None and following is not None:
                return [meaning, *following]
        return None


def named(field: FormField, said: str) -> str | None:
    """Return the option that is called so: by its id, its label or one of its words."""
    called = {spoken(word): option.id for option in field.options for word in (*option.words, option.label, option.id)}
    return called.get(spoken(said))


def all_words(bank: Bank) -> Iterator[tuple[Place, str, AppliesTo]]:
    """Yield every word with its place and meaning. Of fields with the same options, the gathering one counts."""
    gathering = [field for field in bank.fields if field.gathers]
    for index, field in enumerate(bank.fields):
        is_another = field not in gathering and any(field.options == one.options for one in gathering)
        for place, option in enumerate(field.options) if not is_another else ():
            for number, said in enumerate(option.words):
                yield ("fields", index, "options", place, "words", number), said, {field.id: (option.id,)}
    for index, phrase in enumerate(bank.phrases):
        for number, said in enumerate(phrase.said):
            if SETS not in said:
                yield ("phrases", index, "said", number), said, phrase.means
    for index, said in enumerate(bank.says_nothing):
        yield ("says_nothing", index), said, {}


def spoken_words(said: str) -> str:
    """Return the words, each as its letters and digits, with blanks between them."""
    return " ".join(words_of(said))


def runs_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the words of a bank, the longest first, as whole words among `spoken_words`."""
    runs = longest_first(words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, runs))})(?!\w)" if runs else r"(?!)")


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words of a bank as they stand among `spoken_words`."""
    return sorted({" ".join(words_of_bank(word)) for word in words}, key=len, reverse=True)


def is_plain(said: str) -> bool:
    """Return whether the input holds nothing but words and what may stand between them: no doubt, and no formula."""
    return _BETWEEN.fullmatch(_without_signs(said)) is not None


def spoken(said: str) -> str:
    """Return what counts of some words: their letters and digits, and “+” and “-” as people say them."""
    return _joined(words_of(said))


@lru_cache(8192)
def spoken_of_bank(word: str) -> str:
    """Return what counts of some words of a bank, found once. What people send is never kept so."""
    return _joined(words_of_bank(word))


@lru_cache(8192)
def words_of_bank(word: str) -> tuple[str, ...]:
    """Return some words of a bank, each as its letters and digits; found once, too."""
    return tuple(words_of(word))


def _joined(parts: Sequence[str]) -> str:
    """Run words together, as some write them; two numbers never: “I/II” is not III."""
    pairs = pairwise(parts)
    apart = ["/" if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other) else "" for one, other in pairs]
    return "".join(chain.from_iterable(zip_longest(parts, apart, fillvalue="")))


def words_of(said: str) -> list[str]:
    """Return the words, each as its letters and digits."""
    return [part for part in map(letters_and_digits, re.split(r"[^\w]+|_", _without_signs(said))) if part]


def _without_signs(said: str) -> str:
    """Write “+” and “-” at the end of a word, “pos” and “neg” as people say them."""
    for sign, word in _SIGNS:
        said = sign.sub(word, said)
    return said
