from prep.checklist.answers import Answers
from prep.checklist.changes import Changes
from prep.checklist.layout import arrange, id_of, made_room, moved_down, moved_up, number_of, starred
from prep.checklist.selection import select

LEFT = Answers.of({"side": ["left"]})
"""Their page: left-cartilage, how-old and walk first, then dance; last-dance could be added."""


def laid_out(bank, changes=Changes()):  # noqa: B008  # frozen
    return arrange(select(bank, LEFT), changes)


def ids(placed) -> list[str]:
    return [id_of(one) for one in placed]


def test_as_we_picked_it(small):
    page = laid_out(small)
    assert ids(page.top) == ["left-cartilage", "how-old", "walk"]
    assert ids(page.rest) == ["dance"]
    assert ids(page.more) == ["last-dance"]


def test_a_star_stands_before_our_own_suggestions(small):
    page = laid_out(small, Changes().star("dance"))
    assert ids(page.top) == ["dance", "left-cartilage", "how-old"]
    assert ids(page.rest) == ["walk"]


def test_three_stars_are_all_there_is_room_for(small):
    changes = Changes()
    for question in ("dance", "walk", "how-old"):
        changes = starred(laid_out(small, changes), changes, question)
    assert ids(laid_out(small, changes).top) == ["dance", "walk", "how-old"]


def test_a_fourth_star_comes_first_and_the_last_of_the_three_stands_right_below(small):
    three = Changes().star("dance").star("walk").star("how-old").add("last-dance").write("May I sing?")
    before = laid_out(small, three)
    page = laid_out(small, starred(before, three, "last-dance"))
    assert ids(page.page) == ["last-dance", "dance", "walk", "how-old", "own_1", "left-cartilage"]
    assert (made_room(before, page), number_of(page, "how-old")) == ("how-old", 4)


def test_one_of_our_three_that_makes_room_stands_right_below_also_where_others_were_moved(small):
    changes = Changes().add("last-dance")
    changes = moved_up(laid_out(small, changes), changes, "last-dance")
    page = laid_out(small, starred(laid_out(small, changes), changes, "last-dance"))
    assert ids(page.page) == ["last-dance", "left-cartilage", "how-old", "walk", "dance"]


def test_a_star_where_there_is_room_moves_nothing_down(small):
    changes = Changes().unstar("how-old")
    before = laid_out(small, changes)
    page = laid_out(small, starred(before, changes, "dance"))
    assert ids(page.page) == ["dance", "left-cartilage", "walk", "how-old"]
    assert made_room(before, page) == ""


def test_a_star_that_is_there_already_stays_in_its_place(small):
    changes = Changes().star("dance").star("walk").star("how-old")
    assert ids(laid_out(small, starred(laid_out(small, changes), changes, "dance")).top) == ["walk", "how-old", "dance"]


def test_stars_of_questions_that_do_not_apply_now_take_no_room(small):
    changes = Changes().star("steel-rust").star("dance").star("walk")
    page = laid_out(small, starred(laid_out(small, changes), changes, "how-old"))
    assert ids(page.top) == ["dance", "walk", "how-old"]


def test_taking_our_star_away_leaves_a_gap_that_nothing_fills(small):
    page = laid_out(small, Changes().unstar("how-old"))
    assert ids(page.top) == ["left-cartilage", "walk"]
    assert ids(page.rest) == ["how-old", "dance"]


def test_taking_a_question_off_lets_the_next_one_move_up(small):
    page = laid_out(small, Changes().drop("how-old"))
    assert ids(page.top) == ["left-cartilage", "walk", "dance"]
    assert ids(page.more) == ["how-old", "last-dance"]


def test_moving_within_the_first_three_makes_them_the_persons_own(small):
    changes = moved_up(laid_out(small), Changes(), "walk")
    assert changes.starred == ("left-cartilage", "walk", "how-old")
    assert ids(laid_out(small, changes).top) == ["left-cartilage", "walk", "how-old"]


def test_one_press_moves_one_place(small):
    changes = Changes().unstar("left-cartilage").unstar("how-old").unstar("walk")
    assert ids(laid_out(small, changes).rest) == ["left-cartilage", "how-old", "walk", "dance"]
    changes = moved_down(laid_out(small, changes), changes, "left-cartilage")
    assert ids(laid_out(small, changes).rest) == ["how-old", "left-cartilage", "walk", "dance"]
    changes = moved_down(laid_out(small, changes), changes, "left-cartilage")
    assert ids(laid_out(small, changes).rest) == ["how-old", "walk", "left-cartilage", "dance"]
    changes = moved_up(laid_out(small, changes), changes, "dance")
    assert ids(laid_out(small, changes).rest) == ["how-old", "walk", "dance", "left-cartilage"]


def test_at_the_end_of_the_page_there_is_nowhere_to_go(small):
    changes = Changes().unstar("walk")
    page = laid_out(small, changes)
    assert ids(page.page)[-1] == "dance"
    assert ids(laid_out(small, moved_down(page, changes, "dance")).rest) == ids(page.rest)


def test_own_questions_come_before_ours(small):
    changes = Changes().write("May I sing?")
    assert ids(laid_out(small, changes).rest) == ["own_1", "dance"]
    changes = moved_down(laid_out(small, changes), changes, "own_1").write("May I run?")
    assert ids(laid_out(small, changes).rest) == ["own_2", "dance", "own_1"]


def test_an_own_question_can_stand_first(small):
    assert ids(laid_out(small, Changes().write("May I sing?").star("own_1")).top)[0] == "own_1"


def test_a_question_that_is_new_on_the_page_comes_last_and_leaves_the_order_alone(small):
    changes = Changes().unstar("walk")
    changes = moved_up(laid_out(small, changes), changes, "dance")
    page = laid_out(small, changes.add("last-dance"))
    assert ids(page.rest) == ["dance", "walk", "last-dance"]
