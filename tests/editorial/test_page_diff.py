from prep.editorial.coverage import cells
from prep.editorial.page_diff import page_difference


def test_two_banks_alike_give_everyone_the_same_page(visits):
    found = page_difference(visits, visits)
    assert (found.changed, found.shifts) == ((), ())
    assert found.people > 0


def test_it_tells_who_gets_another_page_and_what_comes_and_goes(visits):
    without_right = [
        one.model_copy(update={"not_for": {"side": ("right",)}}) if one.id == "walk" else one
        for one in visits.questions
    ]
    now = visits.model_copy(update={"questions": tuple(without_right)})
    found = page_difference(visits, now)
    assert [cell.label for cell in found.changed] == [
        cell.label for cell in cells(now) if cell.answers.to("side") == {"right"}
    ]
    gone, came = found.shifts
    assert (gone.id, gone.before - gone.now) == ("walk", len(found.changed))
    assert (came.id, came.now > came.before) == ("dance", True)


def test_the_largest_shift_comes_first(visits):
    fewer = visits.model_copy(update={"questions": tuple(one for one in visits.questions if one.section != "life")})
    sizes = [abs(one.now - one.before) for one in page_difference(visits, fewer).shifts]
    assert sizes == sorted(sizes, reverse=True)
