"""The back of the sheet: what to say, when to call at once, what the words mean, and who says so."""

import pytest

from prep.bank.models import Notice
from prep.checklist.answers import Speaker, Visit
from prep.checklist.changes import Changes
from prep.checklist.pack import Extent, Pack, PrintSize
from tests.paper import ANN, CHEMO, HELPER, HER2, LATER, appears_in_order, checklist, page_texts, pdf

pytestmark = pytest.mark.slow

FULLEST = LATER | {
    "spread": ["brain", "bone"],
    "treatments-now": ["trastuzumab-deruxtecan"],
    "concerns": ["feelings"],
    "region": ["elsewhere"],
}


def back(made, **options):
    _front, text, *_more = page_texts(pdf(made, **options))
    return text


def test_it_reads_in_the_right_order(bank):
    made = checklist(bank, CHEMO)
    assert appears_in_order(
        back(made),
        "What to say “I brought some questions. Could we look at the first three together?”",
        "Make your own list: prep.example.org (the code holds nothing about you)",
        "Before: Read your list again.",
        "During: Hand over the page at the start, and ask for it back.",
        "After: Read your notes the same day.",
        "Do not wait: when to call",
        *(" ".join(one.text.split()) for one in made.urgent),
        "Ask your team: At which temperature should I call, and at which phone number?",
        "By day: Nights and weekends:",
        "In an emergency, call your local emergency number.",
        "From: Centers for Disease Control and Prevention (CDC)",
        "(United States)",
        "Where these questions come from",
        "not yet reviewed by a clinician. Bank 2026.",
    )


def test_without_such_a_treatment_it_asks(bank):
    text = back(checklist(bank, {"stage": ["early"], "treatment": ["follow-up"]}))
    assert "Which signs should I call about at once, and at which phone number?" in text
    assert "temperature" not in text


@pytest.mark.parametrize("extent", list(Extent))
def test_what_to_call_about_is_printed_whatever_is_chosen(bank, extent):
    made = checklist(bank, CHEMO)
    assert " ".join(made.urgent[0].text.split()) in back(made, pack=Pack(extent))


@pytest.mark.parametrize(
    ("held", "met", "afar"), [("in-person", 1, 0), ("phone", 0, 1), ("video", 0, 1), ("unsure", 1, 1)]
)
def test_phone_and_video_have_a_sentence_of_their_own(bank, held, met, afar):
    text = back(checklist(bank, LATER | {"visit-by": [held]}))
    assert text.count("I brought some questions.") == met
    assert text.count("I wrote down some questions. May I read you the first ones now?") == afar


def test_who_did_not_say_how_the_visit_is_held_has_both(bank):
    text = back(checklist(bank, LATER))
    assert appears_in_order(text, "I brought some questions.", "By phone or video: “I wrote down some questions.")


def test_a_helper_says_for_whom(bank):
    assert "“I am here for Ann Lee. We brought some questions." in back(checklist(bank, LATER, HELPER))
    nameless = back(checklist(bank, LATER, Visit(speaker=Speaker.HELPER)))
    assert "“I am here to help your patient. We brought some questions." in nameless


def test_the_sentence_names_as_many_questions_as_stand_first(bank):
    first = [line.id for line in checklist(bank, LATER).top]
    for kept, said in ((0, "look at them together"), (1, "the first one together"), (2, "the first two together")):
        assert said in back(checklist(bank, LATER, ANN, Changes(unstarred=frozenset(first[kept:]))))


def test_without_an_address_there_is_no_code(bank):
    assert "Make your own list" not in back(checklist(bank, LATER), address=None)


def test_words_are_explained_and_publishers_named_once(bank):
    made = checklist(bank, HER2)
    text = back(made)
    assert len(made.terms) > 5
    assert all(text.count(f"{term.term}: {term.text}") == 1 for term in made.terms)
    assert all(publisher in text for publisher in made.publishers)
    assert not any(source.title in text for source in made.sources if len(source.title) > 30)


def test_where_there_is_little_room_calls_come_before_words_and_publishers(bank):
    made = checklist(bank, FULLEST)
    text = back(made)
    assert all(" ".join(one.text.split()) in text for one in (*made.urgent, *made.help_now))
    assert "more." in text
    assert len(page_texts(pdf(made))) == 2


@pytest.mark.parametrize("answers", [HER2, LATER], ids=["her2", "later"])
def test_in_large_print_it_takes_two_sides(bank, answers):
    made = checklist(bank, answers)
    texts = page_texts(pdf(made, Pack(print_size=PrintSize.LARGE)))
    start = next(place for place, text in enumerate(texts) if text.startswith("What to say"))
    assert len(texts) - start == 2
    assert all(" ".join(one.text.split()) in " ".join(texts[start:]) for one in made.urgent)


@pytest.mark.parametrize("extent", list(Extent))
def test_what_the_bank_lacks_is_said_once(bank, extent):
    lacks = Notice(id="lacks", applies_to={"her2": ("positive",)}, text="We know little about this.")
    made = checklist(bank.model_copy(update={"notices": (lacks,)}), HER2)
    assert " ".join(page_texts(pdf(made, Pack(extent)))).count("We know little about this.") == 1


def test_a_clinics_numbers_and_support_take_the_place_of_lines(bank, clinics):
    clinic = clinics["riverside"]
    text = back(checklist(bank, LATER), clinic=clinic)
    assert f"By day: {clinic.numbers.day}" in text
    assert f"In an emergency, call: {clinic.numbers.emergency}" in text
    assert clinic.support[0].name in text
