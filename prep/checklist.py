"""The patient's list as plain strings, in their language, ready to be drawn on screen or paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from prep.answers import Changes, Visit
from prep.bank import Bank, Citation, Section, Source
from prep.selection import TOP, Pick, Selection


class Translates(Protocol):
    """Gives the words of the bank in the reader's language."""

    def text(self, english: str, context: str) -> str:
        """Return the translation of `english`; `context` is the id of what it belongs to."""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source, with its number on this list and the place in it."""

    number: int
    id: str
    publisher: str
    title: str
    at: str
    url: str | None


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """A medical word and what it means."""

    id: str
    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One question as the patient reads it."""

    id: str
    section: str
    text: str
    why: str
    reasons: tuple[str, ...]
    terms: tuple[ExplainedTerm, ...]
    sources: tuple[CitedSource, ...]
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The questions under one heading."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole list: `page_one` in order of importance, and all else that applies."""

    visit: Visit
    page_one: tuple[Line, ...]
    top: tuple[Line, ...]
    groups: tuple[Group, ...]
    more: tuple[Group, ...]
    more_sensitive: tuple[Line, ...]
    notices: tuple[str, ...]
    terms: tuple[ExplainedTerm, ...]
    sources: tuple[CitedSource, ...]
    bank_version: str
    last_checked: date
    is_reviewed: bool

    @property
    def questions(self) -> tuple[Line, ...]:
        """Every question that applies: those on the page, then the others."""
        others = (line for group in self.more for line in group.lines)
        return (*self.page_one, *others, *self.more_sensitive)


def build(bank: Bank, selection: Selection, changes: Changes, visit: Visit, translator: Translates) -> Checklist:
    """Apply the patient's changes to the selection and put it into words."""
    page, others = _changed(selection, changes)
    writer = _Writer(bank, translator)
    page_one = tuple(writer.line(pick) for pick in page)
    more = tuple(writer.line(pick) for pick in others)
    return Checklist(
        visit=visit,
        page_one=page_one,
        top=page_one[:TOP],
        groups=writer.groups(page_one[TOP:]),
        more=writer.groups(line for line in more if not line.sensitive),
        more_sensitive=tuple(line for line in more if line.sensitive),
        notices=tuple(translator.text(notice.text, notice.id) for notice in selection.notices),
        terms=_once(term for line in page_one for term in line.terms),
        sources=writer.sources(page_one),
        bank_version=bank.version,
        last_checked=bank.last_checked,
        is_reviewed=bank.is_reviewed,
    )


def changes_between(selection: Selection, kept: Sequence[str], earlier: Changes) -> Changes:
    """Return the changes that turn our page into the `kept` questions.

    Changes made `earlier` to questions that do not apply just now are remembered, so that nothing is
    lost when the patient changes an answer and changes it back.
    """
    picked = [pick.question.id for pick in selection.page_one]
    here = {*picked, *(pick.question.id for pick in selection.more)}
    elsewhere = [id_ for id_ in earlier.added if id_ not in here]
    return Changes(
        added=(*(id_ for id_ in kept if id_ in here and id_ not in picked), *elsewhere),
        dropped=frozenset(picked).difference(kept) | (earlier.dropped - here),
    )


def _changed(selection: Selection, changes: Changes) -> tuple[list[Pick], list[Pick]]:
    page = [pick for pick in selection.page_one if pick.question.id not in changes.dropped]
    dropped = [pick for pick in selection.page_one if pick.question.id in changes.dropped]
    added = [pick for pick in selection.more if pick.question.id in changes.added]
    rest = [pick for pick in selection.more if pick.question.id not in changes.added]
    return page + added, dropped + rest


class _Writer:
    """Turns picks into words and numbers their sources in the order of first use."""

    def __init__(self, bank: Bank, translator: Translates) -> None:
        self._bank = bank
        self._translate = translator.text
        self._sources = {source.id: source for source in bank.sources}
        self._numbers: dict[str, int] = {}

    def line(self, pick: Pick) -> Line:
        question = pick.question
        return Line(
            id=question.id,
            section=question.section,
            text=self._translate(question.text, question.id),
            why=self._translate(question.why, f"{question.id}.why"),
            reasons=tuple(
                self._translate(reason.option.short, f"{reason.field.id}.{reason.option.id}.short")
                for reason in pick.reasons
            ),
            terms=tuple(self._explained(term_id) for term_id in self._bank.terms_of(question)),
            sources=tuple(self._cited(citation) for citation in question.sources),
            sensitive=question.sensitive,
        )

    def groups(self, lines: Iterable[Line]) -> tuple[Group, ...]:
        by_section: dict[str, list[Line]] = {}
        for line in lines:
            by_section.setdefault(line.section, []).append(line)
        return tuple(
            Group(section.id, self._title(section), tuple(by_section[section.id]))
            for section in self._bank.sections
            if section.id in by_section
        )

    def sources(self, lines: Iterable[Line]) -> tuple[CitedSource, ...]:
        cited = {source.number: source for line in lines for source in line.sources}
        return tuple(cited[number] for number in sorted(cited))

    def _title(self, section: Section) -> str:
        return self._translate(section.title, f"section.{section.id}")

    def _explained(self, term_id: str) -> ExplainedTerm:
        term = self._bank.term(term_id)
        return ExplainedTerm(
            term.id,
            self._translate(term.term, f"term.{term.id}"),
            self._translate(term.text, f"term.{term.id}.text"),
        )

    def _cited(self, citation: Citation) -> CitedSource:
        source: Source = self._sources[citation.id]
        number = self._numbers.setdefault(source.id, len(self._numbers) + 1)
        return CitedSource(number, source.id, source.publisher, source.title, citation.at, source.url)


def _once(terms: Iterable[ExplainedTerm]) -> tuple[ExplainedTerm, ...]:
    """Return each term once, in alphabetical order."""
    return tuple(sorted(set(terms), key=lambda term: term.term.casefold()))
