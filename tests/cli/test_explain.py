"""`prep explain`, run as an editor would."""

from tests.conftest import BANKS

VISITS = ["--bank", BANKS / "visits.yaml"]


def test_it_tells_how_each_line_came_about_and_what_missed_the_page(prep):
    done = prep("explain", *VISITS, "--answer", "side=left", "--answer=age=old", "--answer=concerns=pain")
    assert done.exit_code == 0
    assert "  new-or-not: Often decided at a first visit.\n" in done.output
    assert "  1. May I wait? [wait]\n       agenda new-or-not\n" in done.output
    assert "Can it rust? [rust]\n       fact old-knee\n" in done.output
    missed = done.output.partition("What narrowly missed it")[2]
    assert missed.count("[") > 0
    assert "[wait]" not in missed


def test_who_has_nothing_open_is_told_so(prep):
    done = prep("explain", *VISITS, "--answer=side=right")
    assert done.output.startswith("Open agendas, in their turns\n  none\n")


def test_an_answer_that_the_bank_does_not_know_is_refused(prep):
    done = prep("explain", *VISITS, "--answer=side=middle")
    assert done.exit_code == 2
    assert "middle" in done.output
