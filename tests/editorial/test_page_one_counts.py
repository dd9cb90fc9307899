from prep.editorial.coverage import cells
from prep.editorial.page_one_counts import tally


def test_each_question_is_counted_over_all_cells_and_concerns(small):
    counted = tally(small, cells(small))
    assert counted.people == 3 * 4
    by_id = {one.question.id: one for one in counted.questions}
    assert (by_id["walk"].pages, by_id["walk"].lists, by_id["walk"].share) == (12, 12, 1.0)
    assert (by_id["left-cartilage"].pages, by_id["left-cartilage"].lists) == (4, 4)
    assert (by_id["last-dance"].pages, by_id["last-dance"].lists) == (3, 12)
    assert (by_id["steel-rust"].pages, by_id["steel-rust"].lists, by_id["steel-rust"].share) == (0, 0, 0.0)


def test_each_concern_is_counted_by_those_who_tick_it(small):
    pain, dancing, _future = tally(small, cells(small)).concerns
    assert (pain.named_by, pain.on_page, pain.in_list) == (1, (0, 1), (0, 1))
    assert (dancing.on_page, dancing.is_thin) == ((1, 1), True)
