from prep.checklist.answers import Answers
from prep.editorial.agenda_counts import count_agendas

PEOPLE = [
    Answers.of({"side": ["left"], "age": ["old"]}),
    Answers.of({"side": ["left"], "age": ["new"]}),
    Answers.of({"side": ["right"]}),
]


def test_it_counts_who_has_an_agenda_open_and_the_lines_it_gives_them(visits):
    first, stairs = count_agendas(visits, PEOPLE)
    assert (first.agenda.id, first.open_in, first.lines, first.lines_a_page) == ("new-or-not", 1, 3, 3.0)
    assert (stairs.agenda.id, stairs.open_in, stairs.lines) == ("stairs", 2, 1)  # stairs are not for a new knee


def test_an_agenda_that_nobody_has_open_gives_no_lines(visits):
    assert [tally.lines_a_page for tally in count_agendas(visits, [])] == [0.0, 0.0]
