from prep.checklist.answers import Answers
from prep.checklist.changes import Changes
from prep.checklist.layout import OWN, arrange, id_of, is_full, moved_down, moved_up
from prep.checklist.selection import select

LEFT = Answers.of({"side": ["left"]})
"""Their page: left-cartilage, how-old and walk first, then dance; last-dance could be added."""


def laid_out(bank, changes=Changes()):  # noqa: B008  # frozen
    return arrange(bank.sections, select(bank, LEFT), changes)


def ids(placed) -> list[str]:
    return [id_of(one) for one in placed]


def groups(arranged) -> dict[str, list[str]]:
    return {section: ids(ones) for section, ones in arranged.groups.items()}


def test_as_we_picked_it(small):
    page = laid_out(small)
    assert ids(page.top) == ["left-cartilage", "how-old", "walk"]
    assert groups(page) == {"life": ["dance"]}
    assert ids(page.more) == ["last-dance"]


def test_a_star_stands_before_our_own_suggestions(small):
    page = laid_out(small, Changes().star("dance"))
    assert ids(page.top) == ["dance", "left-cartilage", "how-old"]
    assert groups(page) == {"life": ["walk"]}


def test_three_stars_are_all_there_is_room_for(small):
    changes = Changes().star("dance").star("walk")
    assert not is_full(laid_out(small, changes), changes)
    changes = changes.star("how-old")
    assert is_full(laid_out(small, changes), changes)
    assert ids(laid_out(small, changes).top) == ["dance", "walk", "how-old"]


def test_stars_of_questions_that_do_not_apply_now_take_no_room(small):
    changes = Changes().star("steel-rust").star("dance").star("walk")
    assert not is_full(laid_out(small, changes), changes)


def test_taking_our_star_away_leaves_a_gap_that_nothing_fills(small):
    page = laid_out(small, Changes().unstar("how-old"))
    assert ids(page.top) == ["left-cartilage", "walk"]
    assert groups(page) == {"knee": ["how-old"], "life": ["dance"]}


def test_taking_a_question_off_lets_the_next_one_move_up(small):
    page = laid_out(small, Changes().drop("how-old"))
    assert ids(page.top) == ["left-cartilage", "walk", "dance"]
    assert ids(page.more) == ["how-old", "last-dance"]


def test_moving_within_the_first_three_makes_them_the_persons_own(small):
    changes = moved_up(laid_out(small), Changes(), "walk")
    assert changes.starred == ("left-cartilage", "walk", "how-old")
    assert ids(laid_out(small, changes).top) == ["left-cartilage", "walk", "how-old"]


def test_a_question_moves_within_its_heading_and_takes_the_heading_along_at_its_end(small):
    changes = Changes().unstar("left-cartilage").unstar("how-old").unstar("walk")
    assert groups(laid_out(small, changes)) == {"knee": ["left-cartilage", "how-old"], "life": ["walk", "dance"]}
    changes = moved_down(laid_out(small, changes), changes, "left-cartilage")
    assert groups(laid_out(small, changes)) == {"knee": ["how-old", "left-cartilage"], "life": ["walk", "dance"]}
    changes = moved_down(laid_out(small, changes), changes, "left-cartilage")
    page = groups(laid_out(small, changes))
    assert list(page.items()) == [("life", ["walk", "dance"]), ("knee", ["how-old", "left-cartilage"])]
    changes = moved_up(laid_out(small, changes), changes, "dance")
    assert groups(laid_out(small, changes))["life"] == ["dance", "walk"]


def test_at_the_end_of_the_page_there_is_nowhere_to_go(small):
    changes = Changes().unstar("walk")
    page = laid_out(small, changes)
    assert ids(page.page)[-1] == "dance"
    assert groups(laid_out(small, moved_down(page, changes, "dance"))) == groups(page)


def test_own_questions_have_a_heading_of_their_own_at_the_end(small):
    page = laid_out(small, Changes().write("May I sing?"))
    assert list(groups(page)) == ["life", OWN]
    assert ids(page.page)[-1] == "own_1"


def test_an_own_question_can_stand_first(small):
    assert ids(laid_out(small, Changes().write("May I sing?").star("own_1")).top)[0] == "own_1"


def test_a_question_that_is_new_on_the_page_joins_its_heading_and_leaves_the_order_alone(small):
    changes = Changes().unstar("walk")
    changes = moved_up(laid_out(small, changes), changes, "dance")
    page = laid_out(small, changes.add("last-dance"))
    assert groups(page) == {"life": ["dance", "walk", "last-dance"]}
