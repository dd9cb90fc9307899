import pytest

from prep.bank.form_models import Phrase
from prep.editorial.lint.context import LintContext
from prep.editorial.lint.vocabulary import ambiguous_heading, ambiguous_word, one_country
from tests.editorial.lint.conftest import TODAY


@pytest.mark.parametrize("word", ["mastectomy", "tamoxifen", "PD-L1", "IHC", "palbociclib", "CDK4/6", "chemotherapy"])
def test_a_medical_word_that_nobody_explains(complaints, word):
    said = complaints(text=f"What about {word} for me?")
    assert said[0] == f"question 'extra': {word!r} looks like a medical word; explain it in `terms` [unexplained-term]"


def test_a_term_that_nobody_uses(complaints):
    said = complaints(terms="  - {id: knee-cap, term: knee cap, text: The small bone in front.}\n")
    assert said == ["term 'knee-cap': no question and no field uses this term [unused-term]"]


@pytest.mark.parametrize("why", ["It always helps.", "This is the best knee.", "Swimming will cure it."])
def test_a_promise(complaints, why):
    (said,) = complaints(why=why)
    assert said.endswith("promises too much; care differs from person to person [absolute-word]")


@pytest.mark.parametrize(
    "text", ["Will Medicare pay for it?", "Should I call 911?", "Is it done in the United States?"]
)
def test_what_holds_in_one_country_only(complaints, text):
    (said,) = complaints(text=text)
    assert said.endswith("holds in one country only; name it under 'region' in `applies_to` [one-country]")


def test_a_number_is_no_country(complaints):
    assert complaints(text="May I walk 911.5 or 1,999 steps?") == []


def test_whoever_gets_care_in_a_country_may_be_asked_about_its_laws(bank):
    (leave,) = [one for one in bank.questions if one.id == "us-leave"]
    assert list(one_country(LintContext(bank, TODAY, None))) == []
    for_all = leave.model_copy(update={"applies_to": {}})
    ((_place, said),) = one_country(LintContext(bank.model_copy(update={"questions": (for_all,)}), TODAY, None))
    assert said.startswith("'FMLA'")


def test_a_word_that_means_two_things(bank):
    """Fields that offer the same options share their words, and the real bank's words mean one thing each."""
    assert list(ambiguous_word(LintContext(bank, TODAY, None))) == []
    phrase = Phrase(said=("Stage IV",), means={"stage": ("early",)})
    inspected = LintContext(bank.model_copy(update={"phrases": (phrase,)}), TODAY, None)
    (finding,) = ambiguous_word(inspected)
    assert finding == (
        ("phrases", 0, "said", 0),
        "'Stage IV' means stage 'metastatic' elsewhere; a word means one thing",
    )


def test_a_heading_that_names_a_whole_and_a_part(bank):
    assert list(ambiguous_heading(LintContext(bank, TODAY, None))) == []
    place = next(index for index, field in enumerate(bank.fields) if field.parts)
    field = bank.fields[place].model_copy(update={"parts": {"ER": ("ER",), "PR": ("HER2", "ER")}})
    changed = bank.model_copy(update={"fields": (*bank.fields[:place], field, *bank.fields[place + 1 :])})
    found = [at for at, _said in ambiguous_heading(LintContext(changed, TODAY, None))]
    assert found == [("fields", place, "parts", "PR", 0), ("fields", place, "parts", "PR", 1)]
