import pytest

from prep.checklist.changes import Changes, OwnQuestion, is_own


def test_a_list_as_we_picked_it_has_no_changes():
    assert Changes().is_none
    assert not Changes().add("dance").is_none


def test_a_question_taken_off_can_be_put_back():
    changes = Changes().drop("walk").add("walk")
    assert changes.dropped == frozenset()
    assert changes.added == ("walk",)


def test_adding_twice_adds_once():
    assert Changes().add("dance").add("dance") == Changes().add("dance")


def test_taking_off_takes_the_star_too():
    assert Changes().star("walk").drop("walk").starred == ()


def test_stars_keep_their_order():
    assert Changes().star("walk").star("dance").starred == ("walk", "dance")
    assert Changes().star("walk").star("dance").star("walk").starred == ("dance", "walk")


def test_a_star_can_be_taken_back_and_given_again():
    without = Changes().star("walk").unstar("walk")
    assert (without.starred, without.unstarred) == ((), frozenset({"walk"}))
    assert without.star("walk") == Changes().star("walk")


def test_words_of_ones_own_can_be_taken_back():
    changes = Changes().reword("walk", "How far?")
    assert changes.wording == {"walk": "How far?"}
    assert changes.restore_words("walk") == Changes()


def test_words_of_a_question_taken_off_are_kept_for_when_it_comes_back():
    assert Changes().reword("walk", "How far?").drop("walk").add("walk").wording == {"walk": "How far?"}


def test_own_questions_are_numbered_and_a_number_is_free_again_once_its_question_is_gone():
    changes = Changes().write("One?").write("Two?").drop("own_1").write("Three?")
    assert changes.own == (OwnQuestion("own_2", "Two?"), OwnQuestion("own_1", "Three?"))


def test_an_own_question_can_be_changed():
    assert Changes().write("One?").reword("own_1", "First?").own == (OwnQuestion("own_1", "First?"),)


def test_there_is_room_for_ten():
    changes = Changes()
    for number in range(10):
        assert changes.has_room
        changes = changes.write(f"Question {number}?")
    assert not changes.has_room


@pytest.mark.parametrize(("question", "own"), [("own_1", True), ("own-1", False), ("walk", False)])
def test_ids_of_own_questions_cannot_be_a_banks(question, own):
    assert is_own(question) is own
