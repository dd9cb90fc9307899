"""Someone newly told answers one question at a time, and only what fits; going back a question loses nothing."""

import re

import pytest

STAGE = "What stage is the cancer now?"
RESULTS = "Does the cancer have hormone receptors (ER or PR)?"
WORRIES = "What is on your mind?"
NO_DIAGNOSIS = "No diagnosis yet: tests are planned"
STAGE_3 = "Stage 3 (III): locally advanced"
"""The clinic ticks another one beforehand."""


@pytest.fixture(params=["/en/", "/c/edge/en/"], ids=["ours", "a-clinics"])
def begun(request, person):
    """Someone at the first question, of our own site or of a clinic's."""
    person.opens(request.param)
    assert person.heading() == "Get ready for your visit"
    assert questions(person) == []
    follows(person, "Start")
    return person


def questions(person) -> list[str]:
    """Return the questions of the form that are seen."""
    return person.page.locator("section.screen .field:not(:has([name=list_for])) > legend:visible").all_inner_texts()


def follows(person, link) -> None:
    """Follow a link to another question, and wait until it is seen."""
    before = questions(person)
    person.page.get_by_role("link", name=link, exact=True).click()
    person.waits_until(lambda: questions(person) != before)


def goes_back_to(person, question) -> None:
    person.goes_back()
    person.waits_until(lambda: questions(person) == [question])


def test_from_the_start_to_the_list_by_next(begun):
    seen = []
    for answer in (
        "A cancer doctor (medical oncologist)",
        STAGE_3,
        "Yes: ER-positive or PR-positive",
        "HER2-negative",
        "A treatment is suggested or planned, and has not begun",
    ):
        seen += questions(begun)
        begun.ticks(answer)
        follows(begun, "Next")
    assert seen[1:3] == [STAGE, RESULTS]
    assert len(seen) == 5, "one at a time"
    assert questions(begun) == [WORRIES]
    assert begun.sees("Question 6 of 6")
    begun.ticks("Side effects")
    begun.presses("Show my questions")
    assert begun.heading() == "Your questions"
    assert begun.sees("stage 3")


def test_who_has_no_diagnosis_is_asked_for_no_results(begun):
    follows(begun, "Next")
    begun.ticks(NO_DIAGNOSIS)
    follows(begun, "Next")
    assert questions(begun) == [WORRIES]
    begun.ticks("Side effects")
    begun.presses("Show my questions")
    assert begun.heading() == "Your questions"


def test_what_is_for_cancer_that_has_spread_is_named_to_those_it_is_for(person):
    """Someone who has told no stage can open it; someone with stage 4 has it before them; nobody else meets it."""
    first, spread = "On the first treatment for cancer that has spread", "If the cancer has spread"
    person.opens("/en/#all")
    assert not person.page.get_by_text(first).is_visible()
    person.unfolds(spread)
    assert person.page.get_by_text(first).is_visible()
    person.opens("/en/#all")
    person.page.reload()
    person.ticks("Stage 4 (IV): metastatic")
    assert person.page.get_by_text(first).is_visible()
    assert not person.page.get_by_text(spread).is_visible()
    person.ticks(STAGE_3)
    assert not person.page.get_by_text(first).is_visible()
    assert not person.page.get_by_text(spread).is_visible()


def test_the_questions_are_one_press_away_from_the_second_question_on(begun):
    follows(begun, "Next")
    begun.ticks(STAGE_3)
    begun.presses("See my questions now")
    assert begun.heading() == "Your questions"
    assert begun.sees("stage 3")


def test_back_goes_one_question_back_and_every_answer_is_in_its_place(begun):
    begun.ticks("A cancer doctor (medical oncologist)")
    first = questions(begun)
    follows(begun, "Next")
    begun.ticks(STAGE_3)
    follows(begun, "Next")
    begun.ticks("Yes: ER-positive or PR-positive")
    goes_back_to(begun, STAGE)
    assert begun.is_ticked(STAGE_3)
    goes_back_to(begun, *first)
    assert begun.is_ticked("A cancer doctor (medical oncologist)")
    begun.goes_forward()
    begun.waits_until(lambda: questions(begun) == [STAGE])
    follows(begun, "Next")
    assert begun.is_ticked("Yes: ER-positive or PR-positive")


def test_back_from_the_list_finds_the_last_question_as_it_was_left(begun):
    follows(begun, "Next")
    begun.ticks(STAGE_3)
    begun.presses("See my questions now")
    goes_back_to(begun, STAGE)
    assert begun.is_ticked(STAGE_3)


def test_one_answer_is_changed_without_going_through_the_others(begun):
    follows(begun, "Next")
    begun.ticks(STAGE_3)
    begun.presses("See my questions now")
    begun.presses("Change answers")
    assert questions(begun) == []
    assert begun.page.locator(".answered", has_text=STAGE_3).is_visible()
    follows(begun, STAGE)
    begun.ticks("Stage 4 (IV): metastatic")
    begun.presses("See my questions now")
    assert begun.heading() == "Your questions"
    assert begun.sees("stage 4")


def test_all_questions_are_shown_on_one_page_for_who_wants_that(person):
    person.opens("/en/")
    person.shows_all_questions()
    assert len(questions(person)) == 6
    assert not person.page.get_by_text(re.compile("Question . of")).first.is_visible()
    assert person.page.get_by_role("link", name="Next").count() == 0


def test_what_has_the_focus_is_the_question_that_is_shown(begun):
    follows(begun, "Next")
    begun.page.keyboard.press("Tab")
    assert begun.page.locator("#ask-stage input:focus").count() == 1
