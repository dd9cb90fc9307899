from datetime import date

from prep.bank.models import Part
from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes
from prep.checklist.pipeline import prepare
from prep.i18n import Translator

LEFT = Answers.of({"side": ["left"]})


def made(bank, answers=LEFT, changes=Changes(), visit=Visit()):  # noqa: B008  # both are frozen
    return prepare(bank, answers, visit, Translator("en"), changes)


def ids(lines) -> list[str]:
    return [line.id for line in lines]


def test_the_three_most_important_stand_on_top_and_the_rest_below(small):
    checklist = made(small)
    assert ids(checklist.top) == ["left-cartilage", "how-old", "walk"]
    assert [(line.id, line.topic) for line in checklist.rest] == [("dance", "Daily life")]


def test_a_line_says_everything_about_its_question(small):
    line = made(small).page_one[0]
    assert line.text == "Is the cartilage in my left knee worn?"
    assert (line.reasons, line.unsaid) == (("left knee",), ())
    assert [term.text for term in line.terms] == ["The smooth end of a bone."]
    assert [(source.publisher, source.at) for source in line.sources] == [("Knee Press", "Page 2")]


def test_a_line_says_what_was_left_blank_and_might_have_kept_it_away(small):
    line = made(small, answers=Answers.of({})).questions[0]
    assert (line.id, line.reasons, line.unsaid) == ("which-side", (), ("which knee it is",))
    assert [line.unsaid for line in made(small).questions if line.id == "how-old"] == [("How old is the knee?",)]


def test_only_what_nobody_is_kept_from_is_for_all(small):
    everything = made(small, answers=Answers.of({"implant": ["steel"]})).questions
    assert {line.id for line in everything if line.is_for_all} == {"walk", "dance", "last-dance"}
    (rust,) = [line for line in everything if line.id == "steel-rust"]
    assert (rust.reasons, rust.unsaid) == (("a steel joint",), ("which knee it is",))


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


def test_a_reworded_question_says_both_wordings(small):
    first, *_others, line = made(small, changes=Changes().reword("walk", "How far?")).top
    assert (line.text, line.standard, line.is_reworded, line.is_own) == ("How far?", "How far may I walk?", True, False)
    assert [one.is_typed for one in (first, line)] == [False, True]


def test_a_question_of_ones_own_has_words_and_nothing_else(small):
    line, *_others = made(small, changes=Changes().write("May I sing?")).rest
    assert (line.text, line.is_own, line.is_reworded, line.is_typed) == ("May I sing?", True, False, True)
    assert (line.why, line.reasons, line.terms, line.sources) == ("", (), (), ())
    assert line.topic == ""


def test_what_to_call_about_at_once_is_shown_to_those_it_is_about(small):
    (urgent,) = made(small, Answers.of({"implant": ["steel"]})).urgent
    assert urgent.text == "Call at once if the steel rings."
    assert [(source.publisher, source.at) for source in urgent.sources] == [("Knee Press", "Page 8")]
    assert made(small).urgent == ()


def test_words_to_search_trials_with_follow_the_answers(small):
    trials = made(small, Answers.of({"side": ["left"], "implant": ["steel"]})).trials
    assert (trials.name, trials.words) == ("Knee trials", ("left knee", "steel joint"))
    assert made(small, Answers.of({})).trials.words == ()


def test_parts_of_the_pack_are_for_those_they_are_of_use_to(small):
    assert Part.TRIALS not in made(small).fitting_parts
    assert Part.TRIALS in made(small, Answers.of({"concerns": ["future"]})).fitting_parts
    assert Part.NOTES in made(small).fitting_parts


def test_how_the_visit_is_held_is_told_where_the_bank_asks_for_it(bank, small):
    assert made(small).visit_by == ""
    assert made(bank, Answers.of({"visit-by": ["phone"]})).visit_by == "phone"


def test_publishers_are_named_once_in_alphabetical_order(bank):
    publishers = made(bank, Answers.of({"stage": ["early"]})).publishers
    assert list(publishers) == sorted(set(publishers), key=str.casefold)
    assert len(publishers) > 3


def test_sensitive_questions_are_open_to_those_who_ask_for_them(small):
    assert not made(small).asks_sensitive
    asked = Answers.of({"concerns": ["future"]})
    assert made(small, asked, Changes().drop("last-dance")).asks_sensitive
