"""Answers by the ids of earlier banks bring what they brought, but for differences that are named here."""

from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from prep.bank.model_types import UNSURE
from prep.bank.yaml_file import read_yaml
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.former_answers import current_answers
from prep.checklist.matching import Matcher

FORMER = read_yaml((Path(__file__).parent / "former_conditions.yaml").read_text(encoding="utf-8"))
"""Whom each question was for in bank 2026.11.3, in that bank's fields."""

RECEPTORS = (
    None, "hr-positive-her2-negative", "triple-negative", "her2-positive-hr-positive", "her2-positive-hr-negative",
    UNSURE,
)  # fmt: skip
LEVELS = (None, "zero", "ultralow", "low", "borderline", "positive", UNSURE)
STAGES = ("dcis", "early", "locally-advanced", "metastatic", "local-recurrence", UNSURE)
TREATMENTS = (
    "not-started", "before-surgery", "after-surgery", "hormone-tablets", "follow-up", "metastatic-first",
    "metastatic-on-first", "stopped-working", "metastatic-later", UNSURE,
)  # fmt: skip

KNOWN = {"hr-positive-her2-negative", "triple-negative"}
AGREE = {
    (None, level) for level in LEVELS
} | {(UNSURE, level) for level in LEVELS} | {
    (kind, level) for kind in KNOWN for level in (None, "zero", "ultralow", "low", UNSURE)
} | {
    (kind, level)
    for kind in ("her2-positive-hr-positive", "her2-positive-hr-negative")
    for level in (None, "positive", UNSURE)
}  # fmt: skip
"""Type and score that do not contradict one another."""


def told(**chosen):
    return Answers.of({field.replace("_", "-"): [option] for field, option in chosen.items() if option})


def applied_formerly(condition, answers) -> bool:
    """The rule of the earlier bank."""
    one = {"receptors", "her2-level", "stage", "treatment", "menopause", "visit-with", "region"}
    seen = {field: set(answers.to(field)) or ({UNSURE} if field in one else set()) for field in told_fields(condition)}
    fits = all(seen[field] & set(options) for field, options in condition.get("applies_to", {}).items())
    return fits and not any(seen[field] & set(options) for field, options in condition.get("not_for", {}).items())


def told_fields(condition):
    return {*condition.get("applies_to", {}), *condition.get("not_for", {})}


def explained(question, kind, level) -> str | None:
    """Return why old answers may bring another question now, or none where they must not."""
    if question in {"men-treatment", "men-hormone", "men-support"}:
        return "men say that they are men; nothing else tells"
    if question in {"spread-check", "get-ready", "nodes-how-many", "sentinel-node", "pi3k-akt"}:
        return "gates were re-read: surgery can follow surgery, and neighbouring phases share questions"
    if question == "early-targeted":
        return "whether a targeted pill is added is decided when hormone tablets begin too"
    if question in {"size-and-nodes", "hormone-benefit"}:
        return "with DCIS, dcis-size and dcis-tablet ask it in words that fit"
    if question == "home-help":
        return "help at home is needed in the weeks after an operation too"
    if question == "what-type" and kind in {None, UNSURE} and level not in {None, UNSURE}:
        return "HER2 is known: only ER and PR are asked for, by hr-result"
    if question == "her2-score" and kind in KNOWN and level in {"zero", None, UNSURE}:
        return "a score of 0 is HER2-negative, like one that was not told"
    if question == "her2-score" and kind in {None, UNSURE} and level == "zero":
        return "a score of 0 is HER2-negative, whatever ER and PR are"
    if kind in {None, UNSURE} and level not in {None, UNSURE}:
        return "the score alone tells HER2-negative or HER2-positive, which the type did not"
    return None


@pytest.fixture(scope="module")
def differences(bank):
    """Each question that old answers brought and no longer do, or the other way round, by type and score."""
    questions = [question for question in bank.questions if question.id in FORMER]
    found = defaultdict(set)
    for (kind, level), stage, treatment in product(AGREE, STAGES, TREATMENTS):
        old = told(receptors=kind, her2_level=level, stage=stage, treatment=treatment)
        now = Matcher(bank, current_answers(bank, old))
        for question in questions:
            if applied_formerly(FORMER[question.id], old) != now.is_for(question):
                found[question.id, kind, level].add((stage, treatment))
    return found


def test_all_old_combinations_bring_what_they_brought_but_for_what_is_explained(differences):
    unexplained = {where: ways for where, ways in differences.items() if not explained(*where)}
    assert not unexplained, list(unexplained)[:20]


def test_each_explanation_is_of_something_that_differs(differences):
    assert {explained(*where) for where in differences} - {None} == {
        "gates were re-read: surgery can follow surgery, and neighbouring phases share questions",
        "whether a targeted pill is added is decided when hormone tablets begin too",
        "with DCIS, dcis-size and dcis-tablet ask it in words that fit",
        "help at home is needed in the weeks after an operation too",
        "HER2 is known: only ER and PR are asked for, by hr-result",
        "a score of 0 is HER2-negative, like one that was not told",
        "the score alone tells HER2-negative or HER2-positive, which the type did not",
        "a score of 0 is HER2-negative, whatever ER and PR are",
    }


@pytest.mark.parametrize(
    ("kind", "level", "er_pr", "her2"),
    [
        ("triple-negative", None, "negative", "negative"),
        ("hr-positive-her2-negative", "low", "positive", "low"),
        ("hr-positive-her2-negative", "zero", "positive", "negative"),
        (UNSURE, "borderline", UNSURE, "equivocal"),
        ("her2-positive-hr-negative", "positive", "negative", "positive"),
        ("her2-positive-hr-positive", UNSURE, "positive", "positive"),
    ],
)
def test_the_score_says_more_exactly_what_the_type_says(bank, kind, level, er_pr, her2):
    answers = current_answers(bank, told(receptors=kind, her2_level=level))
    assert answers == told(er_pr=er_pr, her2=her2)
    assert not conflicts(bank, answers)


def test_what_contradicts_stays_and_is_asked_about(bank):
    answers = current_answers(bank, told(receptors="triple-negative", her2_level="positive"))
    assert answers.to("her2") == {"negative", "positive"}
    assert {(one.field.id, one.option.id) for one in conflicts(bank, answers)} == {
        ("her2", "negative"),
        ("her2", "positive"),
    }


def test_answers_of_today_are_left_as_they_are(bank):
    answers = told(stage="early", er_pr="positive")
    assert current_answers(bank, answers) is answers
