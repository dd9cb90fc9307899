"""A question, a term, a source as the patient reads them: plain strings in their language, ready to be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, with its number on this list and the place in it."""

    number: int
    id: str
    publisher: str
    title: str
    at: str
    url: str | None
    dated: str | None
    """The day of the text, where a line that tells something rests on it."""

    country: str | None


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A medical word and what it means."""

    id: str
    term: str
    text: str


@dataclass(frozen=True, slots=True)
class ChecklistQuestion:
    """One question as the patient reads it."""

    id: str
    section: str
    topic: str
    """The title of its section; empty for a question of theirs."""

    text: str
    standard: str
    """The bank's own words, which `text` differs from where the patient reworded it; empty for a question of theirs."""

    why: str
    moment: str
    """The open decision or moment that it belongs to, as a sentence; empty where there is none."""

    reasons: tuple[str, ...]
    """The answers that brought it."""

    unsaid: tuple[str, ...]
    """What was not said, and might have kept it away."""

    is_for_all: bool
    """It applies whatever people answer."""

    terms: tuple[ExplainedTerm, ...]
    sources: tuple[CitedSource, ...]
    sensitive: bool

    @property
    def is_own(self) -> bool:
        """Return whether the patient wrote it: then it has no why, reasons, terms or sources."""
        return not self.standard

    @property
    def is_typed(self) -> bool:
        """Return whether its words are the patient's: any script, any direction, any length of a word."""
        return self.text != self.standard

    @property
    def is_reworded(self) -> bool:
        """Return whether the patient said the bank's question in their own words."""
        return not self.is_own and self.text != self.standard


@dataclass(frozen=True, slots=True)
class UrgentLine:
    """Something to call about at once, and who says so."""

    text: str
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class TrialsLine:
    """Where to look for clinical trials, and the words to search with, in the language of that place."""

    name: str
    url: str
    words: tuple[str, ...]
    sources: tuple[CitedSource, ...]


def told_by(lines: Iterable[UrgentLine]) -> str:
    """Return who says what is told in some lines, by country: where is part of what a reader must know."""
    publishers: dict[str, dict[str, None]] = {}
    for source in (source for line in lines for source in line.sources):
        publishers.setdefault(source.country or "", {})[source.publisher] = None
    return "; ".join(
        f"{', '.join(names)} ({country})" if country else ", ".join(names) for country, names in publishers.items()
    )
