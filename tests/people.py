"""Anyone who could fill in the form of the real bank, as a strategy."""

from collections.abc import Mapping

from hypothesis import strategies as st

from prep.bank.form_models import FormField
from prep.bank.loader import load
from prep.checklist.answers import Answers
from prep.paths import QUESTIONS

REAL = load(QUESTIONS)


def answers_to(field: FormField) -> st.SearchStrategy[list[str]]:
    """Return a strategy for what can be answered to one field."""
    options = [option.id for option in field.options]
    most = 1 if field.kind == "one" else len(options)
    return st.lists(st.sampled_from(options), max_size=most, unique=True)


def people() -> st.SearchStrategy[Answers]:
    """Return a strategy for the answers of a person."""
    return st.fixed_dictionaries({field.id: answers_to(field) for field in REAL.fields}).map(Answers.of)


EARLY = ({"early"}, {"locally-advanced"}, {"dcis"})
SPREAD = {"stopped-working", "metastatic-first", "metastatic-on-first", "metastatic-later", "no-cancer-seen"}
"""Where treatment stands for cancer that has spread: some say so beside an early stage."""


def is_early(answers: Mapping[str, frozenset[str]]) -> bool:
    """Return whether someone's cancer is early, by all that they say."""
    return answers.get("stage") in EARLY and not answers.get("treatment", frozenset()) & SPREAD
