"""The steps in which page one is composed: shown on a small bank, and held for everyone on the real one."""

from hypothesis import assume, example, given, settings

from prep.bank.model_types import CONCERNS
from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.page import AGENDA_LINES, TOP, UNKNOWNS, compose
from prep.checklist.page_lines import PAGE_SIZE, Step
from prep.checklist.person import Person
from tests.people import REAL, people


def page(bank, **told):
    return compose(fitting(bank, Person(bank, Answers.of(told))))


def ids(lines) -> list[str]:
    return [line.question.id for line in lines]


def test_unknowns_then_agendas_in_turns_then_worries_then_facts_then_the_rest(visits):
    lines = page(visits, side=["left"], age=["unsure"], concerns=["dancing"])
    assert [(line.question.id, line.step) for line in lines] == [
        ("how-old", Step.UNKNOWN),
        ("wait", Step.AGENDA),
        ("dance", Step.WORRY),
        ("climb", Step.AGENDA),
        ("replace", Step.AGENDA),
        ("last-dance", Step.AGENDA),
    ]


def test_of_two_lines_with_the_same_answer_the_page_holds_the_first(visits):
    assert "heat" not in ids(page(visits, side=["left"], age=["old"]))
    assert "ice" in ids(page(visits, side=["left"], age=["old"]))
    assert "heat" in ids(page(visits, side=["right"], age=["old"]))
    assert "ice" not in ids(page(visits, side=["right"], age=["old"]))


def test_a_fact_has_its_line(visits):
    assert ("rust", Step.FACT) in [(line.question.id, line.step) for line in page(visits, age=["old"])]


def test_nothing_sensitive_is_among_the_first_three_and_a_worry_is(visits):
    lines = page(visits, side=["left"], concerns=["future"])
    assert ids(lines)[:TOP] == ["how-old", "wait", "what-matters"]
    assert "last-dance" in ids(lines)[TOP:]


def test_what_the_paper_has_lines_for_stays_away_until_an_agenda_names_it(visits):
    assert "call" not in ids(page(visits, side=["right"]))
    stairs = visits.agendas[1].model_copy(update={"questions": ("call",)})
    assert "call" in ids(page(visits.model_copy(update={"agendas": (stairs,)}), side=["left"]))


def test_at_a_visit_that_is_for_how_one_feels_worries_come_first(visits):
    side = visits.field("side")
    left, *others = side.options
    gentle = side.model_copy(update={"options": (left.model_copy(update={"worries_first": True}), *others)})
    bank = visits.model_copy(update={"fields": (gentle, *visits.fields[1:])})
    lines = page(bank, side=["left"], age=["unsure"], concerns=["dancing"])
    assert [(line.question.id, line.step) for line in lines][:3] == [
        ("dance", Step.WORRY),
        ("wait", Step.AGENDA),
        ("climb", Step.AGENDA),
    ]
    assert ("how-old", Step.UNKNOWN) in [(line.question.id, line.step) for line in lines]


def composed(answers):
    return compose(fitting(REAL, Person(REAL, answers)))


@given(people())
@settings(max_examples=150, deadline=None)
def test_the_page_is_a_dozen_each_once_and_no_two_with_the_same_answer(answers):
    questions = [line.question for line in composed(answers)]
    shown = {question.id for question in questions}
    assert len(questions) == len(shown) <= PAGE_SIZE
    assert not any(shown & set(question.same_answer_as) for question in questions)


@given(people())
@settings(max_examples=150, deadline=None)
def test_of_a_dozen_worries_each_that_a_question_is_about_has_a_line(answers):
    assume(len(answers.to(CONCERNS)) <= PAGE_SIZE)
    fits = fitting(REAL, Person(REAL, answers))
    about = {worry for one in fits.ranked for worry in one.question.concerns if not one.question.has_a_place_on_paper}
    met = {worry for line in compose(fits) for worry in line.question.concerns}
    assert answers.to(CONCERNS) & about <= met


@given(people())
@settings(max_examples=150, deadline=None)
def test_the_first_three_hold_a_worry_where_one_was_ticked_and_never_what_is_sensitive(answers):
    fits = fitting(REAL, Person(REAL, answers))
    top = [line.question for line in compose(fits)[:TOP]]
    assert not any(question.sensitive for question in top)
    if any(fits.person.is_concerned(one.question) and not one.question.sensitive for one in fits.ranked):
        assert any(fits.person.is_concerned(question) for question in top)


@given(people())
@example(
    Answers.of({"er-pr": ["waiting"], "treatments-now": ["radiation"], "concerns": ["tests-and-genes", "outlook"]})
)
@settings(max_examples=150, deadline=None)
def test_at_most_two_of_the_first_three_ask_for_what_is_not_known(answers):
    assert sum(line.step is Step.UNKNOWN for line in composed(answers)[:TOP]) <= UNKNOWNS


@given(people())
@settings(max_examples=150, deadline=None)
def test_no_sensitive_question_comes_unasked(answers):
    for line in composed(answers):
        assert not line.question.sensitive or answers.to(CONCERNS) & set(line.question.concerns)


@given(people())
@settings(max_examples=100, deadline=None)
def test_agendas_leave_places_to_worries_and_facts(answers):
    first = [line for line in composed(answers) if line.step in {Step.UNKNOWN, Step.AGENDA}]
    others = [line for line in composed(answers) if line.step in {Step.WORRY, Step.FACT}]
    assert len(first) <= AGENDA_LINES or len(first) + len(others) <= PAGE_SIZE
