"""The rules of the page, shown on a small bank; the properties that hold for everyone, on the real one."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from prep.bank.loader import load
from prep.bank.model_types import CONCERNS, UNSURE
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.selection import PAGE_SIZE, PER_SECTION, select
from prep.paths import QUESTIONS

REAL = load(QUESTIONS)


def ids(picks) -> list[str]:
    return [pick.question.id for pick in picks]


def test_an_empty_form_still_gives_a_list(small):
    assert ids(select(small, Answers.of({})).page_one) == ["which-side", "how-old", "walk", "dance"]


def test_a_fact_that_the_person_lacks_comes_first(small):
    page = select(small, Answers.of({"side": ["left"], "age": ["unsure"], "concerns": ["pain"]})).page_one
    assert ids(page)[0] == "how-old"


def test_a_detail_that_was_left_blank_does_not_come_first(small):
    page = select(small, Answers.of({"side": ["left"], "concerns": ["pain"]})).page_one
    assert ids(page)[0] == "left-cartilage"


def test_a_question_for_others_is_not_in_the_list(small):
    selection = select(small, Answers.of({"side": ["right"]}))
    assert "left-cartilage" not in ids((*selection.page_one, *selection.more))


def test_a_question_is_hidden_from_those_it_is_not_for(small):
    def listed(**told):
        selection = select(small, Answers.of(told))
        return ids((*selection.page_one, *selection.more))

    assert "steel-rust" in listed(implant=["steel"])
    assert "steel-rust" in listed(implant=["steel"], side=["left"])
    assert "steel-rust" not in listed(implant=["steel", "plastic"])
    assert "steel-rust" not in listed(implant=["steel"], side=["right"])


def test_a_ticked_concern_is_on_the_page_however_low_it_ranks(small):
    assert "dance" in ids(select(small, Answers.of({"concerns": ["dancing"]})).page_one)


def test_a_sensitive_question_waits_until_it_is_asked_for(small):
    quiet, asked = select(small, Answers.of({})), select(small, Answers.of({"concerns": ["future"]}))
    assert "last-dance" in ids(quiet.more)
    assert "last-dance" in ids(asked.page_one)


def test_people_are_told_what_the_bank_lacks(small):
    assert [notice.id for notice in select(small, Answers.of({"side": ["left"]})).notices] == ["left-limits"]
    assert select(small, Answers.of({"side": ["right"]})).notices == ()


def _field_answers(field):
    options = [option.id for option in field.options]
    most = 1 if field.kind == "one" else len(options)
    return st.lists(st.sampled_from(options), max_size=most, unique=True)


def people():
    return st.fixed_dictionaries({field.id: _field_answers(field) for field in REAL.fields}).map(Answers.of)


def _applies(question, answers) -> bool:
    """The rule of the design, written out a second time."""
    for field in REAL.fields:
        older = (one.id for one in REAL.fields if one.gathers[:1] == (field.id,))
        chosen = {one for source in (field.id, *field.gathers, *older) for one in answers.to(source)}
        chosen |= {option.is_a for option in field.options if option.id in chosen and option.is_a}
        told = chosen or ({UNSURE} if field.kind == "one" else set())
        to_name = {option.id for option in field.options if option.must_be_named} & chosen
        if to_name - {*question.applies_to.get(field.id, ()), *question.also_for.get(field.id, ())}:
            return False
        if field.id in question.applies_to and not told & set(question.applies_to[field.id]):
            return False
        if told & set(question.not_for.get(field.id, ())):
            return False
    return True


@given(people())
@settings(max_examples=200, deadline=None)
def test_the_list_holds_exactly_what_applies(answers):
    selection = select(REAL, answers)
    listed = ids((*selection.page_one, *selection.more))
    assert len(listed) == len(set(listed))
    assert set(listed) == {question.id for question in REAL.questions if _applies(question, answers)}


@given(people())
@settings(max_examples=200, deadline=None)
def test_every_ticked_concern_is_on_the_page(answers):
    selection = select(REAL, answers)
    on_page = {concern for pick in selection.page_one for concern in pick.question.concerns}
    possible = {concern for pick in selection.more for concern in pick.question.concerns} | on_page
    assert answers.to(CONCERNS) & possible <= on_page


@given(people())
@settings(max_examples=100, deadline=None)
def test_the_same_answers_give_the_same_page(answers):
    reordered = Answers.of({field: sorted(options, reverse=True) for field, options in answers.by_field.items()})
    assert select(REAL, answers) == select(REAL, reordered)


@given(people())
@settings(max_examples=100, deadline=None)
def test_the_page_is_a_dozen_and_longer_only_for_facts_and_concerns(answers):
    page = select(REAL, answers).page_one
    unsure = sum(1 for field in REAL.fields if UNSURE in answers.to(field.id) or not field.detail)
    assert 8 <= len(page) <= max(PAGE_SIZE, unsure + len(answers.to(CONCERNS)))


@given(people())
@settings(max_examples=100, deadline=None)
def test_no_sensitive_question_comes_unasked(answers):
    for pick in select(REAL, answers).page_one:
        assert not pick.question.sensitive or set(pick.question.concerns) & answers.to(CONCERNS)


@given(people(), st.data())
@settings(max_examples=100, deadline=None)
def test_adding_detail_never_empties_the_page(answers, data):
    field = data.draw(st.sampled_from([field for field in REAL.fields if field.detail]))
    detail = data.draw(_field_answers(field))
    assert len(select(REAL, Answers.of({**answers.by_field, field.id: detail})).page_one) >= 8


def test_no_topic_crowds_out_the_rest():
    page = select(REAL, Answers.of({"stage": ["metastatic"], "treatment": ["metastatic-first"]})).page_one
    sections = [pick.question.section for pick in page]
    assert max(sections.count(section) for section in sections) <= PER_SECTION
    assert len(page) == PAGE_SIZE


def test_every_stage_type_and_treatment_has_at_least_eight_questions():
    names = ("stage", "er-pr", "her2", "treatment")
    for way in product(*([option.id for option in REAL.field(name).options] for name in names)):
        answers = Answers.of({name: [option] for name, option in zip(names, way, strict=True)})
        if conflicts(REAL, answers):
            continue
        selection = select(REAL, answers)
        questions = [pick for pick in (*selection.page_one, *selection.more) if not pick.question.sensitive]
        assert len(questions) >= 8, way
        assert len(selection.page_one) >= 8, way


def test_what_to_call_about_is_for_exactly_those_people_and_few_lines(small):
    (ringing,) = small.urgent
    lines = [ringing.model_copy(update={"id": f"line-{number}"}) for number in range(9)]
    bank = small.model_copy(update={"urgent": tuple(lines)})
    steel = select(bank, Answers.of({"implant": ["steel"]}))
    assert [one.id for one in steel.urgent] == [f"line-{number}" for number in range(6)]
    only_new = ringing.model_copy(update={"not_for": {"age": ("old",)}})
    bank = small.model_copy(update={"urgent": (only_new,)})
    assert select(bank, Answers.of({"implant": ["steel"], "age": ["old"]})).urgent == ()
