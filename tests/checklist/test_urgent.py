"""What people are told to call about at once: exactly those whom it is about, while it is about them."""

from pathlib import Path

import pytest

from prep.bank.yaml_file import read_yaml
from prep.checklist.answers import Answers
from prep.checklist.former_answers import current_answers
from prep.checklist.matching import Matcher
from prep.checklist.selection import URGENT_SIZE, select

CASES = read_yaml((Path(__file__).parent / "urgent_people.yaml").read_text(encoding="utf-8"))


def lines(bank, told) -> list[str]:
    return [one.id for one in select(bank, current_answers(bank, Answers.of(told))).urgent]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["sees"].get("line", ["none"])[0]))
def test_whom_it_is_about_is_told_and_nobody_else(bank, case):
    seen = lines(bank, case["sees"]["answers"])
    expected = set(case["sees"].get("line", ()))
    assert expected <= set(seen), seen
    for who in ("not", "over"):
        allowed = set(case[who].get("line", ()))
        others = set(lines(bank, case[who]["answers"]))
        assert allowed <= others, others
        assert not (others - allowed) & expected, others


def test_every_line_can_be_seen(bank):
    for one in bank.urgent:
        told = Matcher(bank, Answers.of({field: options[:1] for field, options in one.applies_to.items()}))
        assert told.fits(one.applies_to), one.id
        assert not told.meets_any(one.not_for), one.id


def test_a_person_reads_six_lines_at_most(bank):
    everything = {
        "stage": ["metastatic"],
        "treatment": ["metastatic-later"],
        "treatments-now": ["chemotherapy", "sacituzumab", "trastuzumab", "pertuzumab", "abemaciclib", "immunotherapy"],
        "spread": ["bone", "brain"],
    }
    assert len(lines(bank, everything)) == URGENT_SIZE


def test_an_older_program_that_says_now_or_soon_gets_the_warning(bank):
    assert "fever-on-chemotherapy" in lines(bank, {"treatments": ["chemotherapy"]})


def test_one_that_is_had_and_another_that_is_suggested_is_warned_of_the_one(bank):
    told = lines(bank, {"treatments-now": ["anthracycline"], "treatments-suggested": ["taxane", "pertuzumab"]})
    assert "fever-on-chemotherapy" in told
    assert "pertuzumab-heart-bowel" not in told


@pytest.mark.parametrize("treatment", ["before-surgery", "after-surgery", "metastatic-on-first", "stopped-working"])
def test_under_treatment_and_no_medicine_named_fever_is_told_of_with_if(bank, treatment):
    texts = [one.text for one in select(bank, Answers.of({"treatment": [treatment]})).urgent]
    assert texts
    assert all(text.startswith("If you are having chemotherapy") for text in texts)


def test_no_number_is_higher_than_38_degrees_and_nobody_is_told_to_stop(bank):
    for one in bank.urgent:
        assert "38." not in one.text, one.id
        assert "stop taking" not in one.text, one.id
        if "°" in one.text:
            assert "38 °C (100.4 °F), or the temperature your team gave you" in one.text, one.id


def test_every_line_names_country_and_day_of_what_it_rests_on(bank):
    sources = {source.id: source for source in bank.sources}
    for one in bank.urgent:
        for citation in one.sources:
            assert sources[citation.id].country, (one.id, citation.id)
            assert sources[citation.id].dated, (one.id, citation.id)


REGIONS = {"united-states": "988", "elsewhere": "crisis line", None: "In the United States and Canada"}


@pytest.mark.parametrize("region", REGIONS)
def test_whoever_is_low_finds_someone_to_call(bank, region):
    told = {"concerns": ["feelings"], **({"region": [region]} if region else {})}
    (line,) = select(bank, Answers.of(told)).help_now
    assert REGIONS[region] in line.text
    assert select(bank, Answers.of({"concerns": ["money"]})).help_now == ()
