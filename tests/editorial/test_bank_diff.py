import pytest

from prep.editorial.bank_diff import difference


@pytest.fixture
def change(small):
    """Return what is said when one question of the small bank gets other values."""

    def with_other(id_, **values):
        new = tuple(one.model_copy(update=values) if one.id == id_ else one for one in small.questions)
        found = difference(small, small.model_copy(update={"questions": new}))
        return {group.heading: [d for one in group.changes for d in one.details] for group in found.groups}

    return with_other


def test_two_banks_alike(small):
    assert difference(small, small).groups == ()


def test_a_question_that_came_and_one_that_went(small):
    fewer = small.model_copy(update={"questions": small.questions[1:]})
    removed, gone_from_pages = difference(small, fewer).groups
    added, _ = difference(fewer, small).groups
    assert (removed.heading, added.heading) == ("Questions removed", "Questions added")
    assert gone_from_pages.heading == "Who gets another page one"
    assert [(one.what, one.now) for one in added.changes[0].details] == [
        ("Why", "It helps to know."),
        ("Who sees it", "Which knee? “I’m not sure”"),
        ("Sources", "Knee Press: The Knee Book (Page 1)"),
    ]


def test_other_words(change):
    (detail,) = change("walk", text="How far can I walk?")["Questions reworded"]
    assert (detail.what, detail.before, detail.now) == ("Question", "How far may I walk?", "How far can I walk?")


@pytest.mark.parametrize(
    ("id_", "applies_to", "direction", "who"),
    [
        ("left-cartilage", {"side": ("left", "right")}, "Shown to more people", "“Right”"),
        ("left-cartilage", {}, "Shown to more people", "“Right” or “I’m not sure”"),
        ("walk", {"side": ("left",)}, "Shown to fewer people", "“Right” or “I’m not sure”"),
        ("left-cartilage", {"side": ("right",)}, "Shown to other people", "“Right”"),
    ],
)
def test_other_people(change, id_, applies_to, direction, who):
    details = change(id_, applies_to=applies_to)["Questions shown to more, fewer or other people"]
    assert details[0].what == direction
    assert f"Which knee? {who}" in [detail.now or detail.before for detail in details[1:]]


def test_people_from_whom_it_is_hidden(change):
    details = change("walk", not_for={"side": ("left",)})["Questions shown to more, fewer or other people"]
    assert [(one.what, one.before, one.now) for one in details] == [
        ("Shown to fewer people", "Everyone", "Everyone; but not Which knee? “Left”"),
        ("No longer shown to", "Which knee? “Left”", ""),
    ]


def test_other_sources(change, small):
    (citation,) = small.questions[0].sources
    other = citation.model_copy(update={"at": "Page 99"})
    details = change("walk", sources=(other,))["Sources and signatures"]
    assert [(one.what, one.before, one.now) for one in details] == [
        ("No longer from", "Knee Press: The Knee Book (Page 5)", ""),
        ("Now from", "", "Knee Press: The Knee Book (Page 99)"),
    ]


def test_another_place_on_the_list(change):
    details = change("walk", section="knee", priority=2, concerns=("pain",))
    assert [(one.what, one.before, one.now) for one in details["Questions moved up, down or to another heading"]] == [
        ("Heading", "Daily life", "My knee"),
        ("Brought up by", "no concern", "What is on your mind? “Pain”"),
        ("Editor’s weight", "0", "2"),
    ]


def test_a_word_explained_in_another_way(small):
    term = small.terms[0].model_copy(update={"text": "The smooth part of a bone."})
    (group,) = difference(small, small.model_copy(update={"terms": (term,)})).groups
    (change,) = group.changes
    assert (group.heading, change.title, change.id) == ("Other parts of the bank", "Glossary", "cartilage")
    assert change.details[0].now == "The smooth part of a bone."


def test_a_change_of_what_tells_people_to_call_is_told(small):
    (ringing,) = small.urgent
    changed = small.model_copy(
        update={"urgent": (ringing.model_copy(update={"text": "Call soon."}),), "trials": None, "pack": {}}
    )
    (group,) = difference(small, changed).groups
    told = {change.title: change.details for change in group.changes}
    assert set(told) == {"Call at once", "Where to look for trials", "Printed pack"}
    assert [(detail.before, detail.now) for detail in told["Call at once"]] == [(ringing.text, "Call soon.")]
