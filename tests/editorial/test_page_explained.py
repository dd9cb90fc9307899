from hypothesis import given, settings

from prep.checklist.answers import Answers
from prep.checklist.page_lines import Step
from prep.checklist.selection import select
from prep.editorial.page_explained import explain
from tests.people import REAL, people

LEFT = Answers.of({"side": ["left"], "age": ["old"], "concerns": ["pain"]})


def test_each_line_tells_what_brought_it(visits):
    told = {line.question.id: (line.step, line.by) for line in explain(visits, LEFT).lines}
    assert told["wait"] == (Step.AGENDA, "new-or-not")
    assert told["climb"] == (Step.AGENDA, "stairs")
    assert told["rust"] == (Step.FACT, "old-knee")
    assert told["what-matters"][0] is Step.RANK


@given(people())
@settings(max_examples=50, deadline=None)
def test_it_explains_the_page_that_people_get_and_names_what_missed_it(answers):
    page = explain(REAL, answers)
    shown = [line.question.id for line in page.lines]
    assert shown == [pick.question.id for pick in select(REAL, answers).page_one]
    missed = [line.question.id for line in page.missed]
    assert len({*shown, *missed}) == len(shown) + len(missed)
    assert set(missed) <= set(page.fits.by_id)
