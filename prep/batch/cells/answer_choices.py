"""Finds options by their ids, by what the form shows, and by single words, in a cell that may hold several."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from prep.bank.form_models import FormField
from prep.bank.vocabulary import spoken, spoken_of_bank
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.closest import closest
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import tidy

SEPARATORS = "|;,"
"""What may stand between several answers in one cell, the least likely within an answer first."""

ONE_OF = _("Write one of: %(allowed)s.")
SOME_OF = _("Write one or more of these, with | between them: %(allowed)s.")
MEANT = _("Did you mean “%(meant)s”?")
NAMES = _("Not all of it is known here. Write names as the form shows them, with | between them, and nothing else.")
MOST_SHOWN = 20
"""Answers that a message names. Nobody reads forty medicines."""

ONE_ONLY = _("Write only one answer here.")

_PLAIN = re.compile(r"[\w\s,;/|&().'’:\-−]")


@dataclass(frozen=True, slots=True)
class Choices:
    """What single words mean, of one field or of one of our own columns."""

    labels: Mapping[str, str]
    """What people see of each answer, by its id."""

    meanings: Mapping[str, str]
    signs: Mapping[str, frozenset[str]]
    """The signs within each word beside letters, digits and what stands between them, such as a question mark."""

    @classmethod
    def of(cls, ids: Iterable[str], words: Iterable[tuple[str, str]]) -> "Choices":
        """Return what each word means. What means two things, in two languages, nothing; an id means itself.

        The first word of each id is its label.
        """
        words = tuple(words)
        labels = {id_: id_ for id_ in ids} | dict(reversed([(id_, word) for word, id_ in words]))
        found: dict[str, set[str]] = defaultdict(set)
        for word, id_ in words:
            found[spoken_of_bank(word)].add(id_)
        unique = {word: min(meant) for word, meant in found.items() if len(meant) == 1}
        signs = {spoken_of_bank(word): _signs_of_bank(word) for word, _id in words}
        return cls(labels, unique | {spoken_of_bank(id_): id_ for id_ in labels}, signs)

    def one(self, cell: str) -> str:
        """Return the answer that the cell is.

        Raises:
            CellError: it is none, or several.
        """
        if meant := self._meaning(cell):
            return meant
        parts = [part for part in re.split(r"[|;,]", cell) if part.strip()]
        if len(parts) > 1 and all(map(self._meaning, parts)):
            raise CellError((ONE_ONLY, {}))
        raise self._unknown(cell, ONE_OF)

    def several(self, cell: str) -> tuple[str, ...]:
        """Return the answers in a cell. A label may hold a comma, so a cell is only divided where it must be.

        Raises:
            CellError: one of them is none, or there is none.
        """
        found = tuple(self._several(cell, SEPARATORS))
        if not found:
            raise self._unknown(cell, SOME_OF)
        return found

    def _several(self, cell: str, separators: str) -> Iterator[str]:
        if meant := self._meaning(cell):
            yield meant
        elif not separators:
            raise self._unknown(cell, SOME_OF)
        else:
            for part in filter(spoken, cell.split(separators[0])):
                yield from self._several(part, separators[1:])

    def _meaning(self, cell: str) -> str | None:
        """Return the answer; none where a sign stands beside it that is not its own, such as a question mark."""
        word = spoken(cell)
        return self.meanings.get(word) if _signs(cell) <= self.signs.get(word, frozenset()) else None

    def _unknown(self, cell: str, expected: str) -> CellError:
        guess = [(MEANT, {"meant": self.labels[self.meanings[close]]}) for close in closest(cell, self.meanings)]
        if len(self.labels) > MOST_SHOWN:
            return CellError(*guess, (NAMES, {}))
        return CellError(*guess, (expected, {"allowed": ", ".join(f"“{label}”" for label in self.labels.values())}))


def labels_of(field: FormField, languages: Iterable[Translator]) -> list[tuple[str, str]]:
    """Return what the form shows of each option, in each language, with the option's id."""
    return [
        (one.text(option.label, f"{field.id}.{option.id}"), option.id) for one in languages for option in field.options
    ]


def words_of(field: FormField) -> list[tuple[str, str]]:
    """Return the words of each option, with its id."""
    return [(word, option.id) for option in field.options for word in option.words]


@lru_cache(8192)
def _signs_of_bank(word: str) -> frozenset[str]:
    return _signs(word)


def _signs(text: str) -> frozenset[str]:
    return frozenset(_PLAIN.sub("", tidy(text))) - frozenset("+")
