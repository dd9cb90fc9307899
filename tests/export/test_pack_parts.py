"""The other parts: each starts a page, and holds what its readers need."""

import pytest

from prep.bank.models import Notice, Part
from prep.checklist.pack import PrintSize
from tests.paper import CHEMO, HER2, LATER, TITLES, appears_in_order, checklist, page_texts, pdf

pytestmark = pytest.mark.slow

TRIALS = LATER | {"tests": ["esr1"], "concerns": ["trials"]}


def said(made, *parts, **options):
    return " ".join(page_texts(pdf(made, parts or Part, **options)))


@pytest.mark.parametrize("size", list(PrintSize))
def test_each_part_starts_a_page_in_its_place(bank, size):
    texts = page_texts(pdf(checklist(bank, TRIALS), size=size))
    starts = [next(n for n, text in enumerate(texts) if text.find(title) in range(200)) for title in TITLES.values()]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("part", Part)
def test_only_the_chosen_part_is_drawn(bank, part):
    text = said(checklist(bank, TRIALS), part)
    assert [one for one, title in TITLES.items() if title in text] == [part]


def test_there_is_room_below_every_question_and_its_reason(bank):
    made = checklist(bank, LATER)
    text = said(made, Part.ROOM_TO_WRITE)
    for line in made.page_one:
        assert appears_in_order(text, line.text, line.why)
    assert all(f"{term.term}: {term.text}" in text for term in made.terms)


@pytest.mark.parametrize("parts", [{Part.HAND_OVER}, {Part.GUIDE}, {Part.ROOM_TO_WRITE}, set(Part)], ids=len)
def test_what_the_bank_lacks_is_said_once(bank, parts):
    lacks = Notice(id="lacks", applies_to={"her2": ("positive",)}, text="We know little about this.")
    made = checklist(bank.model_copy(update={"notices": (lacks,)}), HER2)
    assert said(made, *parts).count("We know little about this.") == 1


@pytest.mark.parametrize("parts", [{Part.GUIDE}, {Part.ROOM_TO_WRITE}, set(Part)], ids=len)
def test_sources_and_words_are_told_once(bank, parts):
    made = checklist(bank, LATER)
    text = said(made, *parts)
    assert text.count("Where these questions come from") == 1
    assert all(text.count(term.text) == 1 for term in made.terms)


def test_notes_ask_what_who_and_when(bank):
    assert appears_in_order(
        said(checklist(bank, LATER), Part.NOTES),
        "Who was there",
        "What we decided",
        "What happens next What When Who does it",
        "Next visit",
        "Who to call By day: Nights and weekends: Ask for:",
    )


def test_notes_tell_whom_to_call_where_the_clinic_has_numbers(bank, clinics):
    text = said(checklist(bank, LATER), Part.NOTES, clinic=clinics["riverside"])
    numbers = clinics["riverside"].numbers
    assert appears_in_order(text, "Who to call", "By day:", numbers.day, "Nights and weekends:", numbers.after_hours)


def test_a_log_is_filled_in_before_the_visit(bank):
    assert appears_in_order(
        said(checklist(bank, LATER), Part.SINCE_LAST_TIME), "What I noticed When", "What I take", "Name How much"
    )


def test_on_chemotherapy_it_says_what_not_to_wait_with_and_who_says_so(bank):
    made = checklist(bank, CHEMO)
    text = said(made, Part.GUIDE)
    assert appears_in_order(
        text,
        "Do not wait: when to call",
        *(part for one in made.urgent for part in (" ".join(one.text.split()), source_of(one))),
        "Ask your team: At which temperature should I call, and which number?",
        "By day:",
        "Nights and weekends:",
        "In an emergency, call your local emergency number.",
    )


def source_of(urgent):
    return f"Source: {urgent.sources[0].publisher} ({urgent.sources[0].country}"


def test_without_such_a_treatment_it_asks(bank):
    text = said(checklist(bank, {"stage": ["early"], "treatment": ["follow-up"]}), Part.GUIDE)
    assert "Which signs should I call about at once, and which number?" in text
    assert "temperature" not in text


def test_the_words_to_search_with_fit_the_answers(bank):
    assert appears_in_order(
        said(checklist(bank, TRIALS), Part.TRIALS),
        "ClinicalTrials.gov: clinicaltrials.gov",
        "Source: Everyday Health",
        "metastatic breast cancer",
        "ESR1",
        "Trials I want to ask about",
    )
