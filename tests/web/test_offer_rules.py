"""What does not fit the stage is not offered: rules of style, which need no script."""

import re

from prep.web.offer_rules import offer_rules


def hidden_by(rules: str, field: str, option: str) -> set[str]:
    """Return what is hidden from whoever answers so."""
    return {
        name
        for line in rules.splitlines()
        if f'[name="{field}"]' in line.partition(" :is([data-offer")[0]
        and f'[value="{option}"]' in line.partition(" :is([data-offer")[0]
        for name in re.findall(r'\[data-offer="(.+?)"\]', line)
    }


def test_treatment_of_spread_cancer_is_offered_where_it_can_have_spread(bank):
    rules = offer_rules(bank).text
    assert "treatment.metastatic-first" in hidden_by(rules, "stage", "early")
    assert "spread" in hidden_by(rules, "stage", "dcis")
    assert "treatment.metastatic-first" not in hidden_by(rules, "stage", "metastatic")
    assert "treatment.metastatic-first" not in hidden_by(rules, "stage", "unsure")


def test_without_a_diagnosis_no_result_of_a_cancer_is_asked_for(bank):
    assert {"er-pr", "her2", "treatment"} <= hidden_by(offer_rules(bank).text, "stage", "no-diagnosis")


def test_each_rule_names_something_that_the_form_draws(bank, client):
    page = client.get("/en/next")
    drawn = {one.get("data-offer") for one in page.all("*[@data-offer]")}
    assert drawn == set(re.findall(r'\[data-offer="(.+?)"\]', offer_rules(bank).text))
    rules = offer_rules(bank)
    assert client.get(f"/offers-{rules.version}.css").response.text == rules.text
    assert client.get("/offers-000000000000.css").status == 404


def test_of_many_answers_one_that_fits_is_enough(small):
    field = small.field("implant").model_copy(update={"applies_to": {"concerns": ("pain",)}})
    rules = offer_rules(small.model_copy(update={"fields": (field, small.field("concerns"))})).text
    assert ':not(:has([name="concerns"]:is([value="pain"]):checked))' in rules


def test_what_is_for_cancer_that_has_spread_lies_open_for_those_it_fits_alone(bank):
    """Whoever has told no stage finds a fold; with another stage there is none."""
    rules = offer_rules(bank).text
    assert "treatment/fold" in hidden_by(rules, "stage", "early")
    assert "treatment/fold" not in hidden_by(rules, "stage", "unsure")
    (opens,) = re.findall(r'^form(.+) \[data-offer="treatment/fold"\]::details-content', rules, re.MULTILINE)
    assert opens == ':has([name="stage"]:is([value="metastatic"]):checked)'


def test_a_fold_that_may_fit_anyone_is_opened_by_hand(bank):
    assert "concerns/fold" not in offer_rules(bank).text
