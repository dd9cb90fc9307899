"""What each step proposes for the page, in which order."""

from prep.checklist.answers import Answers
from prep.checklist.fitting import fitting
from prep.checklist.page_lines import agenda_lines, fact_lines, rank_lines, unknown_lines, worry_lines
from prep.checklist.person import Person


def fits(bank, **told):
    return fitting(bank, Person(bank, Answers.of(told)))


def proposed(lines) -> list[tuple[str, str]]:
    return [(line.question.id, line.by) for line in lines]


def test_what_an_agenda_wants_to_know_is_asked_of_those_who_do_not_know_it(visits):
    assert proposed(unknown_lines(fits(visits, side=["left"], age=["unsure"]))) == [("how-old", "new-or-not")]
    assert proposed(unknown_lines(fits(visits, side=["left"], age=["old"]))) == []


def test_agendas_take_turns_and_deadlines_come_first_within_each(visits):
    assert proposed(agenda_lines(fits(visits, side=["left"], age=["old"]))) == [
        ("wait", "new-or-not"),
        ("climb", "stairs"),
        ("replace", "new-or-not"),
        ("ice", "new-or-not"),
    ]


def test_an_agenda_that_leads_comes_before_the_others(visits):
    first, stairs = visits.agendas
    bank = visits.model_copy(update={"agendas": (first, stairs.model_copy(update={"leads": True}))})
    lines = [line.question.id for line in agenda_lines(fits(bank, side=["left"]))]
    assert lines == ["climb", "wait", "replace"]


def test_an_agenda_brings_what_is_sensitive_only_to_those_who_ask_for_it(visits):
    quiet = proposed(agenda_lines(fits(visits, side=["left"])))
    asked = proposed(agenda_lines(fits(visits, side=["left"], concerns=["future"])))
    assert ("last-dance", "stairs") not in quiet
    assert ("last-dance", "stairs") in asked


def test_a_worry_begins_with_a_gentle_line_however_it_ranks(visits):
    lines = proposed(worry_lines(fits(visits, concerns=["future"])))
    assert lines == [("what-matters", "future"), ("last-dance", "future")]


def test_worries_take_turns_best_first(visits):
    lines = proposed(worry_lines(fits(visits, age=["old"], concerns=["pain", "dancing"])))
    assert lines == [("heat", "pain"), ("dance", "dancing"), ("ice", "pain"), ("last-dance", "dancing")]


def test_a_fact_proposes_its_first_question_that_fits(visits):
    assert proposed(fact_lines(fits(visits, age=["old"]))) == [("rust", "old-knee")]
    assert proposed(fact_lines(fits(visits, age=["new"]))) == []


def test_the_rest_comes_by_rank_at_most_three_under_a_heading_and_none_that_the_paper_has_lines_for(visits):
    right = fits(visits, side=["right"])
    walk = right.by_id["walk"].question
    assert [line.question.id for line in rank_lines(right, [])] == [
        "heat", "walk", "how-old", "wait", "climb", "what-matters",
    ]  # fmt: skip
    assert "walk" not in [line.question.id for line in rank_lines(right, [walk])]
