"""Takes in the texts that a patient typed: words for a question of the bank, or for one of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from prep.bank.bank import Bank
from prep.bank.translation import Translates
from prep.checklist.changes import MAX_OWN, MAX_TYPED, MAX_WORDS, Changes, is_own
from prep.text import tidy

NEW = "new"
"""Stands for the id of a question that the patient is writing."""


class DraftProblem(Enum):
    """Why a text cannot be used."""

    TOO_LONG = "too long"
    TOO_MANY = "too many of the patient's own"
    TOO_MUCH = "too much text in all"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that cannot be used yet, as it was typed."""

    text: str
    problem: DraftProblem


class StandardWords:
    """The bank's own words for its questions, in the reader's language."""

    def __init__(self, bank: Bank, translator: Translates) -> None:
        self._english = {question.id: question.text for question in bank.questions}
        self._translate = translator.text

    def of(self, question: str) -> str:
        """Return the words of a question; nothing where the bank has none of that id."""
        return tidy(self._translate(self._english[question], question)) if question in self._english else ""


def take_in(typed: Mapping[str, str], changes: Changes, standard: StandardWords) -> tuple[Changes, Mapping[str, Draft]]:
    """Take in every text that was typed; those that cannot be used are returned as drafts."""
    drafts = {}
    for question, text in typed.items():
        words = tidy(text)
        if question != NEW and not words_of(question, changes, standard):
            continue  # no question of ours or theirs
        if len(words) > MAX_WORDS:
            drafts[question] = Draft(text, DraftProblem.TOO_LONG)
        elif question == NEW and words and len(changes.own) >= MAX_OWN:
            drafts[question] = Draft(text, DraftProblem.TOO_MANY)
        elif (worded := _worded(changes, question, words, standard)).typed > max(MAX_TYPED, changes.typed):
            drafts[question] = Draft(text, DraftProblem.TOO_MUCH)
        else:
            changes = worded
    return changes, drafts


def _worded(changes: Changes, question: str, words: str, standard: StandardWords) -> Changes:
    """Take in the words for one question; none at all bring ours back, or remove a question of the patient's own."""
    if question == NEW:
        return changes.write(words) if words else changes
    if is_own(question):
        return changes.reword(question, words) if words else changes.drop(question)
    if not words or words == standard.of(question):
        return changes.restore_words(question)
    return changes.reword(question, words) if standard.of(question) else changes


def words_of(question: str, changes: Changes, standard: StandardWords) -> str:
    """Return how a question reads just now; nothing where there is none of that id."""
    own = {one.id: one.text for one in changes.own}
    return own.get(question) or changes.wording.get(question) or standard.of(question)
