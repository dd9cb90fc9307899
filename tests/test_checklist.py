from datetime import date

from prep.answers import Answers, Changes, Visit
from prep.checklist import build, changes_between
from prep.i18n import Translator
from prep.selection import select

LEFT = Answers.of({"side": ["left"]})


def made(bank, answers=LEFT, changes=Changes(), visit=Visit()):  # noqa: B008  # both are frozen
    return build(bank, select(bank, answers), changes, visit, Translator("en"))


def ids(lines) -> list[str]:
    return [line.id for line in lines]


def test_the_three_most_important_stand_on_top_and_the_rest_by_section(small):
    checklist = made(small)
    assert ids(checklist.top) == ["left-cartilage", "how-old", "walk"]
    assert [(group.title, ids(group.lines)) for group in checklist.groups] == [("Daily life", ["dance"])]


def test_a_line_says_everything_about_its_question(small):
    line = made(small).page_one[0]
    assert line.text == "Is the cartilage in my left knee worn?"
    assert line.reasons == ("left knee",)
    assert [term.text for term in line.terms] == ["The smooth end of a bone."]
    assert [(source.publisher, source.at) for source in line.sources] == [("Knee Press", "Page 2")]


def test_only_words_on_the_page_are_explained(small):
    assert ids(made(small).terms) == ["cartilage"]
    assert made(small, changes=Changes(dropped=frozenset({"left-cartilage"}))).terms == ()


def test_a_dropped_question_waits_among_the_others(small):
    checklist = made(small, changes=Changes(dropped=frozenset({"walk"})))
    assert "walk" not in ids(checklist.page_one)
    assert "walk" in ids(checklist.questions)


def test_an_added_question_is_on_the_page(small):
    checklist = made(small, changes=Changes(added=("last-dance",)))
    assert ids(checklist.page_one)[-1] == "last-dance"
    assert checklist.more_sensitive == ()


def test_a_sensitive_question_stands_apart(small):
    assert ids(made(small).more_sensitive) == ["last-dance"]
    assert made(small).more == ()


def test_what_the_person_typed_is_on_the_page(small):
    visit = Visit("Ann", date(2026, 11, 24), "Dr. Lee")
    assert made(small, visit=visit).visit == visit


def test_keeping_everything_is_no_change(small):
    selection = select(small, LEFT)
    kept = [pick.question.id for pick in selection.page_one]
    assert changes_between(selection, kept, Changes()) == Changes()


def test_unticking_drops_and_ticking_adds(small):
    changes = changes_between(select(small, LEFT), ["left-cartilage", "how-old", "dance", "last-dance"], Changes())
    assert changes == Changes(added=("last-dance",), dropped=frozenset({"walk"}))


def test_a_change_outlives_answers_for_which_it_has_no_place(small):
    """Left knee: the cartilage question is dropped. Then right, and left again: it is still dropped."""
    dropped = changes_between(select(small, LEFT), ["how-old", "walk", "dance"], Changes())
    right = select(small, Answers.of({"side": ["right"]}))
    kept = [pick.question.id for pick in right.page_one]
    assert changes_between(right, kept, dropped) == dropped


def test_an_id_that_nobody_knows_adds_nothing(small):
    kept = ["nonsense", *(pick.question.id for pick in select(small, LEFT).page_one)]
    assert changes_between(select(small, LEFT), kept, Changes()) == Changes()
