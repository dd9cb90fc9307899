"""Sources stand under the topics whose questions cite them, and are found by a word."""

import pytest

from prep.bank.cited_sources import cited_sources
from prep.i18n import translators


@pytest.fixture(scope="module")
def english():
    return translators()["en"]


def ids(found) -> list[str]:
    return [source.id for topic in found.topics for source in topic.sources] + [one.id for one in found.elsewhere]


def test_every_source_stands_under_each_topic_that_cites_it_or_elsewhere(bank, english):
    found = cited_sources(bank, english)
    assert found.count == len(bank.sources)
    by_title = {topic.title: {source.id for source in topic.sources} for topic in found.topics}
    titles = {section.id: section.title for section in bank.sections}
    for question in bank.questions:
        cited = {citation.id for citation in question.sources}
        assert cited <= by_title[titles[question.section]]


def test_what_no_question_cites_backs_a_warning_a_help_line_or_a_decision(bank, english):
    backs = {citation.id for one in (*bank.urgent, *bank.help_now, *bank.agendas) for citation in one.sources}
    assert {source.id for source in cited_sources(bank, english).elsewhere} <= backs


def test_other_wordings_cite_too(bank, english):
    found = ids(cited_sources(bank, english))
    assert all(one.id in found for question in bank.questions for words in question.instead for one in words.sources)


def test_topics_keep_the_order_of_the_bank(bank, english):
    titles = [section.title for section in bank.sections]
    assert [topic.title for topic in cited_sources(bank, english).topics] == titles


@pytest.mark.parametrize("words", ["", "   "])
def test_no_word_finds_all(bank, english, words):
    assert cited_sources(bank, english, words).count == len(bank.sources)


def test_a_source_is_found_by_publisher_title_and_a_question_in_any_case_and_without_accents(small, english):
    publisher, title = small.sources[0].publisher, small.sources[0].title
    question = next(one for one in small.questions if one.sources[0].id == small.sources[0].id)
    for words in (
        publisher.upper(),
        title,
        f"{title.split()[0]} {publisher.split()[0]}",
        question.text.split()[-1],
        "Ágy",
    ):
        found = ids(cited_sources(small, english, words))
        assert (small.sources[0].id in found) == (words != "Ágy"), words


def test_what_is_nowhere_finds_nothing(bank, english):
    found = cited_sources(bank, english, "xyzzy")
    assert (found.count, found.topics, found.elsewhere) == (0, (), ())
