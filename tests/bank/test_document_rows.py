"""Holds the bank against the map of the source documents, both ways."""

import re
from pathlib import Path

import pytest

from prep.bank.yaml_file import read_yaml

MAP = Path(__file__).parents[3] / "shared/sources/document_map.md"
ROWS = read_yaml((Path(__file__).parents[1] / "document_rows.yaml").read_text(encoding="utf-8"))
DOCUMENTS = {
    "S0": "six-questions",
    "S1": "talk-to-oncologist",
    "S2": "what-is-mbc",
    "S3": "decide-with-doctor",
    "S4": "her2-negative-guide",
}

needs_map = pytest.mark.skipif(not MAP.is_file(), reason="the document map is not beside this checkout")


def mapped_rows() -> dict[str, bool]:
    """Return each row of the map, and whether the document asks it in so many words."""
    rows = re.findall(r"^\| (S\d-\d+) \|.*\| ([^|]*) \|$", MAP.read_text(encoding="utf-8"), re.MULTILINE)
    return {row: explicit.startswith("yes") for row, explicit in rows}


@needs_map
def test_every_row_is_answered_or_has_a_reason():
    assert set(ROWS["answered"]) | set(ROWS["no_question"]) == set(mapped_rows())
    assert len(mapped_rows()) == 173


@needs_map
def test_every_explicit_question_of_the_documents_is_in_the_bank():
    explicit = {row for row, is_explicit in mapped_rows().items() if is_explicit}
    assert len(explicit) == 13
    assert explicit <= set(ROWS["answered"])


def test_no_row_is_both():
    assert not set(ROWS["answered"]) & set(ROWS["no_question"])


def test_a_reason_is_a_sentence():
    assert all(len(reason.split()) >= 4 for reason in ROWS["no_question"].values())


def test_each_question_that_answers_a_row_names_its_document(bank):
    cited = {question.id: {citation.id for citation in question.sources} for question in bank.questions}
    for row, questions in ROWS["answered"].items():
        assert questions, row
        for question in questions:
            assert DOCUMENTS[row[:2]] in cited.get(question, set()), (row, question)


def test_each_document_that_a_question_names_has_a_row_that_says_so(bank):
    backed = {(question, DOCUMENTS[row[:2]]) for row, questions in ROWS["answered"].items() for question in questions}
    for question in bank.questions:
        for citation in question.sources:
            if citation.id in DOCUMENTS.values():
                assert (question.id, citation.id) in backed, (question.id, citation.id)


def test_the_untitled_document_never_stands_alone_behind_a_claim(bank):
    """What only that document says is backed by another source, or the sentence claims nothing."""
    for question in bank.questions:
        if {citation.id for citation in question.sources} == {"her2-negative-guide"}:
            assert question.why.startswith(("So that ", "Many people wonder ")), (
                f"{question.id}: {question.why!r} sounds like a statement; say why people ask, or name a source for it"
            )


def test_every_concern_has_questions_whoever_ticks_it(bank):
    for concern in bank.field("concerns").options:
        about = [question for question in bank.questions if concern.id in question.concerns]
        assert len(about) >= 3, concern.id
        assert any(not question.applies_to for question in about), f"{concern.id}: nothing for everyone"


def test_no_survival_figure_is_printed(bank):
    for question in bank.questions:
        assert not re.search(r"\d+ ?(%|percent|months|years)", f"{question.text} {question.why}"), question.id


def test_nobody_gets_a_brand_name_to_ask_about(bank):
    brands = "Faslodex|Ibrance|Kisqali|Verzenio|Piqray|Itovebi|Afinitor|Lynparza|Talzenna|Trodelvy|Enhertu|Keytruda"
    for question in bank.questions:
        assert not re.search(brands, f"{question.text} {question.why}"), question.id


def test_fulvestrant_is_never_called_chemotherapy(bank):
    for text in (f"{question.text} {question.why}" for question in bank.questions):
        assert not ("ulvestrant" in text and "hemotherapy" in text)
