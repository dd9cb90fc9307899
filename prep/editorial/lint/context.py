"""What every check looks at, and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from prep.bank.bank import Bank
from prep.bank.models import Question, Sourced
from prep.checklist.answers import Answers
from prep.editorial.coverage import situations
from prep.file_problems import Place

Finding = tuple[Place, str]
"""Where something is not good, and what is wrong with it."""


@dataclass(frozen=True)
class LintContext:
    """A bank that loads, the editor's day, and the sources' own documents if they are at hand."""

    bank: Bank
    today: date
    documents: Path | None
    people: tuple[Answers, ...] | None = None
    """Who stands in the scenarios, if they are at hand."""

    @cached_property
    def situations(self) -> tuple[Answers, ...]:
        """What people can answer to all that the form asks everyone."""
        return tuple(situations(self.bank))

    @cached_property
    def questions(self) -> tuple[tuple[Place, Question], ...]:
        """The questions with their places in the file, and each once more in every wording that it has for some."""
        own = [(("questions", index), question) for index, question in enumerate(self.bank.questions)]
        return (
            *own,
            *(
                ((*place, "instead", index), question.worded(wording))
                for place, question in own
                for index, wording in enumerate(question.instead)
            ),
        )

    @cached_property
    def sourced(self) -> tuple[tuple[Place, Sourced], ...]:
        """Everything that rests on sources, with its place."""
        urgent = ((("urgent", index), one) for index, one in enumerate(self.bank.urgent))
        help_now = ((("help_now", index), one) for index, one in enumerate(self.bank.help_now))
        agendas = ((("agendas", index), one) for index, one in enumerate(self.bank.agendas))
        return (*self.questions, *urgent, *help_now, *agendas)

    @cached_property
    def spoken(self) -> tuple[tuple[Place, str], ...]:
        """What is said about care, with its place: each question, each why, each term, each notice, each call."""
        kinds = {"terms", "notices", "urgent", "help_now", "questions"}
        return tuple((place, text) for place, text in self.everything_read if place[0] in kinds)

    @cached_property
    def everything_read(self) -> tuple[tuple[Place, str], ...]:
        """Every text of our own that a person reads, with its place. Titles of sources are names."""
        return tuple(_everything_read(self.bank))


def _everything_read(bank: Bank) -> Iterator[tuple[Place, str]]:
    for index, field in enumerate(bank.fields):
        at: Place = ("fields", index)
        yield from _texts(at, field, "label", "hint", "short", "changes", "told_as", "by_name", "fold", "ask")
        for place, option in enumerate(field.options):
            yield from _texts((*at, "options", place), option, "label", "hint", "short", "ask")
    for index, term in enumerate(bank.terms):
        yield from _texts(("terms", index), term, "text")
    for index, notice in enumerate(bank.notices):
        yield from _texts(("notices", index), notice, "text")
    for kind, told in (("urgent", bank.urgent), ("help_now", bank.help_now)):
        for index, one in enumerate(told):
            yield from _texts((kind, index), one, "text")
    for index, agenda in enumerate(bank.agendas):
        yield from _texts(("agendas", index), agenda, "text")
    for index, question in enumerate(bank.questions):
        yield from _texts(("questions", index), question, "text", "why")
        for number, wording in enumerate(question.instead):
            yield from _texts(("questions", index, "instead", number), wording, "text", "why")


def _texts(at: Place, entry: object, *keys: str) -> Iterator[tuple[Place, str]]:
    return (((*at, key), text) for key in keys if (text := getattr(entry, key)))
