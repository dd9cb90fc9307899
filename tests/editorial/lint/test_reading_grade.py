import re
import socket

import pytest

from prep.editorial.lint.reading_grade import Measure, measure


def test_a_measure_counts_sentences_words_and_syllables():
    assert measure("Will my follow-up hurt? I have had enough.") == Measure(sentences=2, words=9, syllables=11)


def test_a_grade_is_flesch_and_kincaids():
    assert Measure(sentences=1, words=10, syllables=15).grade == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59)


def test_texts_add_up_to_a_page():
    page = measure("I rest.") + measure("We wait and see.")
    assert page == Measure(2, 6, 6)


def test_a_word_that_is_explained_counts_as_a_short_one():
    explained = [re.compile("chemotherapy")]
    assert measure("Is chemotherapy hard?", explained) == measure("Is it hard?")


@pytest.mark.parametrize(("word", "syllables"), [("treated", 2), ("the body’s", 3), ("ribociclib", 4), ("2", 1)])
def test_syllables_of_a_word_that_the_dictionary_knows_or_lacks(word, syllables):
    assert measure(word).syllables == syllables


def test_nothing_is_not_hard():
    assert measure("").grade == 0


def test_it_works_without_a_network(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    assert measure("Is radiation needed?").grade > 0
