"""What the patient made of their list: what they added, took off, starred, moved, reworded and wrote themselves.

All of it is remembered by the id of a question, also while that question does not apply: nothing is lost when an
answer is changed and changed back.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Annotated

from pydantic import Field, StringConstraints

from prep.text import tidy

MAX_OWN = 10
"""How many questions of their own a patient can add."""

MAX_WORDS = 200
"""The longest question that a patient can write, in characters."""

MAX_TYPED = 5_000
"""Characters of all texts of a patient together. Each costs time when the PDF is made."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=MAX_WORDS)]

_OWN_PREFIX = "own_"  # ids of the bank hold no underscore, so the two cannot meet


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the patient wrote."""

    id: Annotated[str, StringConstraints(pattern=rf"^{_OWN_PREFIX}\d{{1,3}}$")]
    text: Words


@dataclass(frozen=True, slots=True)
class Changes:
    """How the patient's list differs from the one we picked."""

    added: tuple[str, ...] = ()
    dropped: frozenset[str] = frozenset()
    starred: tuple[str, ...] = ()
    """Questions the patient put first, in their order."""

    unstarred: frozenset[str] = frozenset()
    """Questions we would have put first, and the patient does not want there."""

    order: tuple[str, ...] = ()
    """The patient's order below the first three; empty while nothing was moved."""

    wording: Mapping[str, Words] = field(default_factory=dict)
    """The patient's words for a question, by its id."""

    own: Annotated[tuple[OwnQuestion, ...], Field(max_length=MAX_OWN)] = ()

    @property
    def is_none(self) -> bool:
        """Return whether the list is still just as we picked it."""
        return self == Changes()

    @property
    def typed(self) -> int:
        """Return how many characters the patient wrote, all texts together."""
        return sum(map(len, self.wording.values())) + sum(len(question.text) for question in self.own)

    @property
    def has_room(self) -> bool:
        """Return whether the patient can add another question of their own."""
        return len(self.own) < MAX_OWN

    def add(self, question: str) -> "Changes":
        """Put a question on the page."""
        added = self.added if question in self.added else (*self.added, question)
        return replace(self, added=added, dropped=self.dropped - {question})

    def drop(self, question: str) -> "Changes":
        """Take a question off the page; one of the patient's own is gone for good."""
        if is_own(question):
            own = tuple(one for one in self.own if one.id != question)
            return replace(self, own=own, starred=_without(self.starred, question))
        return replace(
            self,
            added=_without(self.added, question),
            dropped=self.dropped | {question},
            starred=_without(self.starred, question),
        )

    def star(self, question: str) -> "Changes":
        """Put a question first, behind those that the patient starred before."""
        return replace(
            self, starred=(*_without(self.starred, question), question), unstarred=self.unstarred - {question}
        )

    def unstar(self, question: str) -> "Changes":
        """Take a question out of the first three; it stays on the page."""
        return replace(self, starred=_without(self.starred, question), unstarred=self.unstarred | {question})

    def reword(self, question: str, words: str) -> "Changes":
        """Say a question of the bank, or one of the patient's own, in the patient's words."""
        if is_own(question):
            own = tuple(OwnQuestion(one.id, words) if one.id == question else one for one in self.own)
            return replace(self, own=own)
        return replace(self, wording={**self.wording, question: words})

    def restore_words(self, question: str) -> "Changes":
        """Say a question in the bank's words again."""
        return replace(self, wording={id_: words for id_, words in self.wording.items() if id_ != question})

    def write(self, words: str) -> "Changes":
        """Add a question of the patient's own."""
        taken = {one.id for one in self.own}
        id_ = next(name for number in count(1) if (name := f"{_OWN_PREFIX}{number}") not in taken)
        return replace(self, own=(*self.own, OwnQuestion(id_, words)))


def is_own(question: str) -> bool:
    """Return whether the id is that of a question the patient wrote."""
    return question.startswith(_OWN_PREFIX)


def settled(changes: Changes, known: Container[str]) -> Changes:
    """Return changes from outside fit to be used: of questions that are `known`, in texts that can be printed."""
    return _tidied(_of_known(changes, known))


def _of_known(changes: Changes, known: Container[str]) -> Changes:
    own = {one.id for one in changes.own}

    def exists(question: str) -> bool:
        return question in (own if is_own(question) else known)

    return replace(
        changes,
        added=tuple(filter(exists, dict.fromkeys(changes.added))),
        dropped=frozenset(filter(exists, changes.dropped)),
        starred=tuple(filter(exists, dict.fromkeys(changes.starred))),
        unstarred=frozenset(filter(exists, changes.unstarred)),
        order=tuple(filter(exists, dict.fromkeys(changes.order))),
        wording={question: words for question, words in changes.wording.items() if exists(question)},
    )


def _tidied(changes: Changes) -> Changes:
    """Clean texts again: a hidden field, too, comes from outside."""
    return replace(
        changes,
        wording={question: tidy(words) for question, words in changes.wording.items() if tidy(words)},
        own=tuple(OwnQuestion(one.id, tidy(one.text)) for one in changes.own if tidy(one.text)),
    )


def _without(questions: tuple[str, ...], question: str) -> tuple[str, ...]:
    return tuple(one for one in questions if one != question)
