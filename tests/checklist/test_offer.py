"""What is offered beside the page, and what stays within reach."""

from statistics import median

import pytest

from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.offer import MOST_OFFERED, OF_EACH_SECTION, OF_EACH_WORRY, offer
from prep.checklist.person import Person
from prep.checklist.selection import select
from tests.checklist.test_scenarios import PEOPLE, answers_of


@pytest.fixture(scope="module")
def selections(bank):
    return [select(bank, answers_of(person, bank)) for person in PEOPLE]


def offered(bank, page=(), **told):
    beside, others = offer(fitting(bank, Person(bank, Answers.of(told))), page)
    return [question.id for question in beside], [question.id for question in others]


def test_most_people_are_offered_about_ninety_and_nobody_more_than_a_hundred_and_twenty(selections):
    sizes = [len(one.page_one) + len(one.more) for one in selections]
    assert median(sizes) <= 90
    assert max(sizes) <= MOST_OFFERED


def test_nothing_that_fits_is_out_of_reach(selections):
    for one in selections:
        everything = [pick.question.id for pick in one.all]
        assert len(everything) == len(set(everything))
        assert not any(pick.question.sensitive for pick in one.others)


def test_a_decisive_fact_has_its_line_on_the_page_or_first_under_its_heading(bank):
    for person in PEOPLE:
        fits = fitting(bank, Person(bank, answers_of(person, bank)))
        one = select(bank, answers_of(person, bank))
        page = {pick.question.id for pick in one.page_one}
        named = {id_ for agenda in fits.agendas for id_ in agenda.questions}
        named |= {id_ for fact in fits.facts for id_ in fact.questions}
        for fact in fits.facts:
            for question in [*fits.named(fact.questions)][:1]:
                under_heading = [pick.question.id for pick in one.more if pick.question.section == question.section]
                before = under_heading[: under_heading.index(question.id)] if question.id not in page else []
                assert set(before) <= named, (person["name"], fact.id)


def test_what_an_agenda_or_a_fact_names_is_offered_first(visits):
    beside, _others = offered(visits, side=["left"], age=["old"])
    assert set(beside[:6]) == {"wait", "replace", "ice", "rust", "climb", "last-dance"}  # the last one stands apart
    assert "heat" in beside[6:]


def test_what_ranks_low_is_left_to_whoever_wants_to_see_all(visits):
    low = [
        visits.questions[3].model_copy(update={"id": f"low-{number}", "priority": -3, "concerns": ("pain",)})
        for number in range(12)
    ]
    bank = visits.model_copy(update={"questions": (*visits.questions, *low)})
    beside, others = offered(bank)
    assert len([id_ for id_ in beside if id_.startswith("low-")]) <= OF_EACH_SECTION
    assert "low-11" in others
    beside, others = offered(bank, concerns=["pain"])
    assert len([id_ for id_ in beside if id_.startswith("low-")]) == OF_EACH_WORRY - len({"heat", "ice"} & {*beside})


def test_what_is_sensitive_is_always_offered_for_it_stands_apart(visits):
    beside, _others = offered(visits)
    assert "last-dance" in beside
