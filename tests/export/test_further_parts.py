"""What can be printed behind the sheet: notes on a side of their own, then parts that flow on."""

import pytest

from prep.checklist.pack import Extent, Pack, Paper, PrintSize
from tests.checklist.test_scenarios import PEOPLE, answers_of
from tests.fullness import fullness
from tests.paper import LATER, TITLES, appears_in_order, checklist, own, page_texts, pdf

pytestmark = pytest.mark.slow

TRIALS = LATER | {"tests": ["esr1"], "concerns": ["trials"]}
EVERYTHING = Pack(Extent.EVERYTHING)


def said(made, pack=EVERYTHING, **options):
    return " ".join(page_texts(pdf(made, pack, **options)))


@pytest.mark.parametrize("size", list(PrintSize))
def test_parts_come_in_their_order(bank, size):
    text = said(checklist(bank, TRIALS), Pack(Extent.EVERYTHING, print_size=size))
    assert appears_in_order(text, "What to say", *TITLES.values())


def test_notes_start_a_side_of_their_own(bank):
    texts = page_texts(pdf(checklist(bank, TRIALS), Pack(Extent.NOTES)))
    assert len(texts) == 3
    assert texts[2].startswith("Notes from the visit")


def test_there_is_room_below_every_question_that_has_none_on_the_sheet(bank):
    made = checklist(bank, LATER)
    text = said(made).partition("Room to write")[2]
    assert appears_in_order(text, *(f"{number}. {line.text}" for number, line in enumerate(made.rest, 4)))
    assert not any(line.text in text for line in made.top)


def test_a_log_and_trials_are_for_those_they_are_of_use_to(bank):
    newly_told = said(checklist(bank, {"stage": ["early"], "treatment": ["not-started"]}))
    assert "Since last time" not in newly_told
    assert "Clinical trials You can look" not in said(checklist(bank, LATER))


def test_notes_ask_what_who_and_when(bank):
    assert appears_in_order(
        said(checklist(bank, LATER), Pack(Extent.NOTES)),
        "Who was there",
        "What we decided",
        "What happens next What When Who does it",
        "Next visit",
        "Who to call By day: Nights and weekends: Ask for:",
    )


def test_notes_tell_whom_to_call_where_the_clinic_has_numbers(bank, clinics):
    text = said(checklist(bank, LATER), Pack(Extent.NOTES), clinic=clinics["riverside"])
    numbers = clinics["riverside"].numbers
    assert appears_in_order(text, "Who to call", "By day:", numbers.day, "Nights and weekends:", numbers.after_hours)


def test_a_log_is_filled_in_before_the_visit(bank):
    assert appears_in_order(said(checklist(bank, LATER)), "What I noticed When", "What I take", "Name How much")


def test_the_words_to_search_with_fit_the_answers(bank):
    assert appears_in_order(
        said(checklist(bank, TRIALS)),
        "ClinicalTrials.gov: clinicaltrials.gov",
        "From: Everyday Health",
        "metastatic breast cancer",
        "ESR1",
        "Trials I want to ask about",
    )


@pytest.mark.pdfua
@pytest.mark.parametrize("paper", list(Paper))
def test_everything_takes_five_sides_at_most_and_none_is_hardly_used(bank, paper):
    for person in PEOPLE[::2]:
        sides = fullness(pdf(checklist(bank, answers_of(person, bank).by_field), Pack(Extent.EVERYTHING, paper=paper)))
        assert len(sides) <= 5, person["name"]
        assert min(sides) >= 0.4, (person["name"], sides)


@pytest.mark.pdfua
def test_in_large_print_everything_takes_eight_sides_at_most(bank):
    """So says the choice on the page: four for the page to hand over, one more for notes, eight for everything."""
    for person in PEOPLE[::6]:
        made = checklist(bank, answers_of(person, bank).by_field)
        for extent, most in ((Extent.PAGE, 4), (Extent.NOTES, 5), (Extent.EVERYTHING, 8)):
            large = page_texts(pdf(made, Pack(extent, print_size=PrintSize.LARGE)))
            assert len(large) <= most, person["name"]


def test_two_questions_of_ones_own_still_fit(bank):
    made = checklist(bank, LATER, changes=own("May I travel?", "Can I drive?"))
    assert len(page_texts(pdf(made, EVERYTHING))) <= 5
