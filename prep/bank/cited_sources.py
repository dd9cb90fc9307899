"""Groups the sources by the sections of the questions that cite them, and finds some of them by a word."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.models import Question, Source
from prep.bank.translation import Translates


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of the bank, and what its questions are drawn from."""

    title: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class CitedSources:
    """The sources of a bank by topic. One that several topics cite stands in each."""

    topics: tuple[Topic, ...]
    elsewhere: tuple[Source, ...]
    """What no question cites: it backs what to call about at once, and whom."""

    @property
    def count(self) -> int:
        """Return how many sources there are, each counted once."""
        return len({source.id for sources in self._all for source in sources})

    @property
    def _all(self) -> Iterable[tuple[Source, ...]]:
        return (*(topic.sources for topic in self.topics), self.elsewhere)


def cited_sources(bank: Bank, translator: Translates, words: str = "") -> CitedSources:
    """Return the sources that hold all `words` in publisher, title, or a question that cites them; or all of them."""
    wanted = _plain(words).split()
    by_section: dict[str, dict[str, list[str]]] = {section.id: {} for section in bank.sections}
    for question in bank.questions:
        for id_ in _cited(question):
            by_section[question.section].setdefault(id_, []).append(translator.text(question.text, question.id))
    cited = {id_ for found in by_section.values() for id_ in found}
    topics = (
        Topic(translator.text(section.title, f"section.{section.id}"), _found(bank, by_section[section.id], wanted))
        for section in bank.sections
    )
    uncited: Mapping[str, list[str]] = {source.id: [] for source in bank.sources if source.id not in cited}
    return CitedSources(tuple(topic for topic in topics if topic.sources), _found(bank, uncited, wanted))


def _cited(question: Question) -> frozenset[str]:
    every = (question.sources, *(wording.sources for wording in question.instead))
    return frozenset(citation.id for citations in every for citation in citations)


def _found(bank: Bank, questions: Mapping[str, list[str]], wanted: list[str]) -> tuple[Source, ...]:
    """Return the sources that `questions` lists, by id, as far as they hold every word that is `wanted`."""
    return tuple(
        source
        for source in bank.sources
        if source.id in questions and _holds(" ".join((source.publisher, source.title, *questions[source.id])), wanted)
    )


def _holds(text: str, wanted: list[str]) -> bool:
    plain = _plain(text)
    return all(word in plain for word in wanted)


def _plain(text: str) -> str:
    """Return the text in small letters without accents, for people type neither."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
