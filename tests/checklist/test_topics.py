from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.pipeline import prepare
from prep.checklist.topics import topics
from prep.i18n import Translator

LATER = {"stage": ["metastatic"], "er-pr": ["positive"]}


def of(bank, answers, shown=(), changes=Changes()):  # noqa: B008  # frozen
    told = Answers.of(answers)
    made = prepare(bank, told, Visit(), Translator("en"), changes)
    return made, topics(bank, told, made, shown)


def test_every_question_that_can_be_added_is_under_one_topic_and_nothing_sensitive(bank):
    made, groups = of(bank, LATER)
    placed = [line.id for group in groups for line in group.lines]
    assert sorted(placed) == sorted(line.id for line in (*made.offered, *made.remaining))
    assert not any(line.sensitive for group in groups for line in group.lines)


def test_what_fits_less_comes_last_in_its_topic(bank):
    made, groups = of(bank, LATER)
    offered = {line.id for line in made.offered}
    for group in groups:
        is_offered = [line.id in offered for line in group.lines]
        assert is_offered == sorted(is_offered, reverse=True)


def test_topics_of_worries_come_first_and_the_others_in_the_banks_order(bank):
    _made, groups = of(bank, {**LATER, "concerns": ["trials", "fertility"]})
    ids = [group.id for group in groups]
    assert set(ids[:2]) == {"trials", "fertility"}
    order = [section.id for section in bank.sections]
    assert ids[2:] == sorted(ids[2:], key=order.index)


def test_what_is_shown_elsewhere_is_left_out(small):
    changes = Changes().drop("dance").drop("walk")
    _made, (group,) = of(small, {"side": ["left"]}, ("walk",), changes)
    assert (group.title, [line.id for line in group.lines]) == ("Daily life", ["dance"])
