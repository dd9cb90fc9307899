"""Words by which people, reports and exports call the answers."""

import pytest

from prep.bank.former_fields import SETS
from prep.bank.vocabulary import Vocabulary, all_words


@pytest.fixture(scope="module")
def vocabulary(bank):
    return Vocabulary(bank)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Stage IIB", {"stage": {"early"}}),
        ("stage 4", {"stage": {"metastatic"}}),
        ("IV", {"stage": {"metastatic"}}),
        ("Ibrance", {"treatments": {"palbociclib"}}),
        ("letrozole, Ibrance", {"treatments": {"aromatase-inhibitor", "palbociclib"}}),
        ("TNBC", {"er-pr": {"negative"}, "her2": {"negative"}}),
        ("HR+ HER2-", {"er-pr": {"positive"}, "her2": {"negative"}}),
        ("HR−/HER2+", {"er-pr": {"negative"}, "her2": {"positive"}}),
        ("ER+/PR+, HER2 1+", {"er-pr": {"positive"}, "her2": {"low"}}),
        ("Stage IIB TNBC", {"stage": {"early"}, "er-pr": {"negative"}, "her2": {"negative"}}),
        ("metastatic; bone mets; PIK3CA", {"stage": {"metastatic"}, "spread": {"bone"}, "tests": {"pik3ca"}}),
    ],
)
def test_what_words_explain_is_understood(vocabulary, said, meant):
    assert vocabulary.explain(said) == {field: frozenset(options) for field, options in meant.items()}


@pytest.mark.parametrize(
    "said",
    [
        "", "r/o stage IV", "hx of TNBC", "stage IV?", "no evidence of bone mets", "not TNBC", "=1+1", "1+1",
        "IV x " * 50, "receptors=triple-negative", "ER-", "stage five",
    ],
)  # fmt: skip
def test_what_words_do_not_explain_as_a_whole_is_not_understood_at_all(vocabulary, said):
    assert vocabulary.explain(said) is None


def test_every_option_that_reports_name_has_words(bank):
    named = {"stage", "er-pr", "her2", "treatments", "tests", "kind", "grade", "nodes", "spread"}
    silent = {
        f"{field.id}.{option.id}"
        for field in bank.fields
        if field.id in named
        for option in field.options
        if not option.words and option.id not in {"unsure", "waiting"}
    }
    assert not silent


def test_ids_of_earlier_banks_are_no_words(bank):
    assert not [said for _place, said, _means in all_words(bank) if SETS in said]
