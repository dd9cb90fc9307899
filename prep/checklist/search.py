"""Finds questions by words that people use for them: their text, medical words, brand names, with small typing errors.

The index holds a bank in one language and nothing of a person, so it is built once and kept. Words that stand in few
questions count most, so that “what can I do about nausea” is about nausea. The whole bank is searched in about 2 ms.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from math import log, sqrt
from unicodedata import normalize

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from prep.bank.bank import Bank
from prep.bank.model_types import CONCERNS
from prep.bank.models import Question
from prep.bank.translation import Translates
from prep.checklist.matching import stands_for

MOST_WORDS = 12
"""The longest search, in words; the rest is not looked at."""

IN_TEXT, IN_WORDS, IN_TERM, IN_ANSWER, IN_WORRY, IN_WHY, IN_HEADING = 3.0, 2.0, 2.0, 2.0, 1.5, 1.0, 0.7
BEGINNING = 0.7
"""How much a word counts that only begins as the one searched for: “chemo” finds chemotherapy."""

MISTYPED, ANOTHER_NAME = 0.6, 0.6
SHORTEST_BEGINNING = 4
ENOUGH, LEAST = 0.55, 0.3
"""How much of what is searched for a question must have: of what the best one has, and of all."""

Stemmer = Callable[[str], str]

_WORD = re.compile(r"\w+")
_LANGUAGES = {"de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "pt": "portuguese"}


class SearchIndex:
    """The words of a bank’s questions, in one language."""

    def __init__(self, bank: Bank, translator: Translates, lang: str) -> None:
        """Read all that people may call a question."""
        self._lang = lang
        self._order = bank.order
        self._weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
        stem = cache(_stemmer(lang))
        texts = ((question.id, *said) for question in bank.questions for said in _texts(question, bank, translator))
        words: set[str] = set()
        for question_id, text, weight in (*texts, *_answers(bank, translator)):
            words.update(spoken := _words(text))
            for known in map(stem, spoken):
                self._weights[known][question_id] = max(self._weights[known].get(question_id, 0), weight)
        self._words = tuple(words)
        self._same = {stem(one): {*map(stem, names)} for names in _one_word_names(bank) for one in names}

    def find(self, words: str, wording: Mapping[str, str]) -> tuple[str, ...]:
        """Return the ids of questions that fit `words`, best first; `wording` holds the patient’s own, by id."""
        stem = _stemmer(self._lang)
        own = {question: {*map(stem, _words(text))} for question, text in wording.items()}
        scores: defaultdict[str, float] = defaultdict(float)
        shares: defaultdict[str, float] = defaultdict(float)
        whole = 0.0
        for word in _words(words)[:MOST_WORDS]:
            weights = self._questions_with(word, own, stem)
            rarity = log((len(self._order) + 1) / (len(weights) or 1))
            whole += rarity**2
            for question, weight in weights.items():
                scores[question] += weight * rarity
                shares[question] += sqrt(weight / IN_TEXT) * rarity**2
        enough = max(ENOUGH * max(shares.values(), default=0), LEAST * whole)
        found = [question for question in scores if shares[question] >= enough]
        return tuple(sorted(found, key=lambda question: (-scores[question], self._order.get(question, 0))))

    def _questions_with(self, word: str, own: Mapping[str, set[str]], stem: Stemmer) -> Mapping[str, float]:
        """Return the questions that hold the word, or one that it may stand for, and how much it counts there."""
        weights: dict[str, float] = {}
        for meant, surely in self._meant(word, {one for stems in own.values() for one in stems}, stem).items():
            in_own = {question: IN_TEXT for question, stems in own.items() if meant in stems}
            for question, weight in (*self._weights.get(meant, {}).items(), *in_own.items()):
                weights[question] = max(weights.get(question, 0), weight * surely)
        return weights

    def _meant(self, word: str, own: Iterable[str], stem: Stemmer) -> Mapping[str, float]:
        """Return the stems that a word may stand for: its own, those that begin so, or else those most like it."""
        exact = stem(word)
        known = {*self._weights, *own}
        meant = {exact: 1.0} if exact in known else {}
        beginnings = tuple(one for one in (word, exact) if len(one) >= SHORTEST_BEGINNING)
        meant = {one: BEGINNING for one in known if one.startswith(beginnings)} | meant
        meant = meant or {stem(like): MISTYPED for like in self._most_like(word, own)}
        return {same: ANOTHER_NAME for one in meant for same in self._same.get(one, ())} | meant

    def _most_like(self, word: str, own: Iterable[str]) -> Iterator[str]:
        most = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
        if not most:
            return
        like = process.extract(word, [*self._words, *own], scorer=OSA.distance, score_cutoff=most, limit=8)
        yield from (one for one, distance, _place in like if distance == like[0][1])


def _stemmer(lang: str) -> Stemmer:
    """Return a stemmer of one’s own: it holds the word it works on, so two threads cannot share it."""
    algorithm = _LANGUAGES.get(lang)
    return snowballstemmer.stemmer(algorithm).stemWord if algorithm else str


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKC", text).casefold().replace("’s", "").replace("'s", ""))


def _texts(question: Question, bank: Bank, translator: Translates) -> Iterator[tuple[str, float]]:
    """Yield the texts of a question and of what it is about."""
    translate = translator.text
    yield translate(question.text, question.id), IN_TEXT
    yield translate(question.why, f"{question.id}.why"), IN_WHY
    yield " ".join((question.id, *question.concerns)), IN_WHY  # editors name things as people do: “money”
    if question.words:
        yield translate(", ".join(question.words), f"{question.id}.words"), IN_WORDS
    for wording in question.instead:
        yield translate(wording.text, f"{question.id}.{wording.id}"), IN_TEXT
    for term_id in bank.terms_of(question, ""):
        term = bank.term(term_id)
        yield " ".join((translate(term.term, f"term.{term.id}"), *term.forms)), IN_TERM
    for option in bank.concerns:
        if option.id in question.concerns:
            yield translate(option.label, f"{CONCERNS}.{option.id}"), IN_WORRY
    for section in bank.sections:
        if section.id == question.section:
            yield translate(section.title, f"section.{section.id}"), IN_HEADING


def _answers(bank: Bank, translator: Translates) -> Iterator[tuple[str, str, float]]:
    """Yield what people call the answers that bring a question: the fewer they are, the more it is about each."""
    called: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for field in bank.fields:
        for option in field.options:
            label = translator.text(option.label, f"{field.id}.{option.id}")
            for meant in stands_for(bank, field, option):
                called[meant] += [label, *option.words]
    for question in bank.questions:
        for condition in (question.applies_to, question.also_for, question.especially_for):
            for field_id, options in condition.items():
                for option_id in options:
                    names = called[field_id, option_id]
                    yield question.id, " ".join(names), IN_ANSWER / sqrt(len(options))


def _one_word_names(bank: Bank) -> Iterator[tuple[str, ...]]:
    """Yield the names that are one thing’s, such as a medicine’s and its brand’s."""
    for field in bank.fields:
        for option in field.options:
            yield tuple(word for said in option.words for word in _words(said) if _WORD.fullmatch(said))
