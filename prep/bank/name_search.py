"""Finds what people call by name, such as a medicine on a box: by its full name, its beginning, or a near spelling.

The names are the words of the bank's options, and phrases that mean several of them, such as “TCHP”. A name that is
only near is told apart, to be asked about.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from prep.bank.bank import Bank
from prep.bank.form_models import FormField, Option
from prep.bank.former_fields import SETS
from prep.bank.model_types import UNSURE
from prep.bank.vocabulary import spoken, words_of

MOST_FOUND = 5
MOST_WORDS = 12
"""The most words that are looked up; whoever types more tells a story."""

LONGEST_NAME = 4
"""The most words in a row that are looked up as one name."""

SHORTEST_BEGINNING = 4
LETTERS_A_SLIP = 4
"""A near spelling may differ by one letter for each so many: nothing in “AI”, one in “Xeloda”, two in “letrozole”."""

MOST_SLIPS = 2


@dataclass(frozen=True, slots=True)
class NamedOption:
    """An option that some words name."""

    option: Option
    is_exact: bool
    """The words are a name of it, and not only near one."""


def named_fields(bank: Bank) -> tuple[FormField, ...]:
    """Return the fields whose answers are looked up by name. They offer the same options."""
    return tuple(field for field in bank.fields if field.by_name)


def find_named(bank: Bank, typed: str) -> tuple[NamedOption, ...]:
    """Return the few options that the words name, in their order; what is only near comes after."""
    names = _names(bank)
    parts, found = words_of(typed)[:MOST_WORDS], dict[str, NamedOption]()
    left: list[str] = []
    start = 0
    while start < len(parts):
        taken = next((end for end in _ends(parts, start) if "".join(parts[start:end]) in names), None)
        for option in names["".join(parts[start:taken])] if taken else ():
            found.setdefault(option.id, NamedOption(option, is_exact=True))
        left += [] if taken else [parts[start]]
        start = taken or start + 1
    for option in _near(left, names):
        found.setdefault(option.id, NamedOption(option, is_exact=False))
    return tuple(found.values())[:MOST_FOUND]


def _ends(parts: Sequence[str], start: int) -> range:
    return range(min(len(parts), start + LONGEST_NAME), start, -1)


def _names(bank: Bank) -> Mapping[str, tuple[Option, ...]]:
    """Return the options by each of their names, as their letters and digits."""
    names: dict[str, tuple[Option, ...]] = {}
    for field in named_fields(bank)[:1]:
        for option in field.options:
            for name in {spoken(said) for said in (*option.words, option.label, option.short)}:
                if option.id != UNSURE:
                    names[name] = (*names.get(name, ()), option)
        for said, options in _phrases(bank, field):
            names[spoken(said)] = options
    return names


def _phrases(bank: Bank, named: FormField) -> Iterator[tuple[str, tuple[Option, ...]]]:
    """Yield each phrase that means options of the field and nothing else, with these options."""
    gathering = [field.id for field in bank.fields if named.id in field.gathers]
    for phrase in bank.phrases:
        if list(phrase.means) == gathering:
            options = tuple(option for option in named.options if option.id in phrase.means[gathering[0]])
            yield from ((said, options) for said in phrase.said if SETS not in said)


def _near(words: Sequence[str], names: Mapping[str, tuple[Option, ...]]) -> Iterator[Option]:
    """Yield what each word, or all of them as one, begins or is spelled nearly like; the nearest first."""
    for word in dict.fromkeys((*words, "".join(words))):
        slips = {name: distance for name in names if (distance := _slips(word, name)) is not None}
        for name in sorted(slips, key=slips.__getitem__):
            yield from names[name]


def _slips(word: str, name: str) -> int | None:
    """Return how many letters of the name are wrong, missing or swapped in the word; nothing where it is another."""
    if len(word) >= SHORTEST_BEGINNING and name.startswith(word):
        return 0
    most = min(MOST_SLIPS, min(len(word), len(name)) // LETTERS_A_SLIP)
    distance: int = OSA.distance(word, name, score_cutoff=most)
    return distance if 0 < distance <= most else None
