"""What one person gets of a bank: the properties that hold for everyone are shown on the real one."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prep.bank.model_types import UNSURE
from prep.checklist.answers import Answers
from prep.checklist.conflicts import conflicts
from prep.checklist.selection import select
from tests.people import REAL, answers_to, people


def ids(picks) -> list[str]:
    return [pick.question.id for pick in picks]


def test_an_empty_form_still_gives_a_list(small):
    assert ids(select(small, Answers.of({})).page_one) == ["which-side", "how-old", "walk", "dance"]


def test_a_question_for_others_is_not_in_the_list(small):
    assert "left-cartilage" not in ids(select(small, Answers.of({"side": ["right"]})).all)


def test_a_question_is_hidden_from_those_it_is_not_for(small):
    def listed(**told):
        return ids(select(small, Answers.of(told)).all)

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


def test_each_question_knows_the_moment_it_belongs_to(visits):
    moments = {pick.question.id: pick.agenda for pick in select(visits, Answers.of({"side": ["left"]})).all}
    assert moments["wait"].text == "Often decided at a first visit."
    assert moments["dance"] is None


def test_people_are_told_what_the_bank_lacks(small):
    assert [notice.id for notice in select(small, Answers.of({"side": ["left"]})).notices] == ["left-limits"]
    assert select(small, Answers.of({"side": ["right"]})).notices == ()


def _told(field, answers) -> set[str]:
    """Return what counts as chosen in a field: also what older programs send, and what a choice is a kind of."""
    older = (one.id for one in REAL.fields if one.gathers[:1] == (field.id,))
    chosen = {one for source in (field.id, *field.gathers, *older) for one in answers.to(source)}
    return chosen | {option.is_a for option in field.options if option.id in chosen and option.is_a}


def _left(field, answers) -> set[str]:
    """Return the options that other answers leave of a field; none where it is told, or they say nothing of it."""
    fields = {one.id: one for one in REAL.fields}
    left = [
        set(one.leaves[field.id])
        for one in REAL.implied
        if field.id in one.leaves
        and all(_told(fields[id_], answers) & set(options) for id_, options in one.applies_to.items())
        and not any(_told(fields[id_], answers) & set(options) for id_, options in one.not_for.items())
    ]
    return set.intersection(*left) if left and not _told(field, answers) else set()


def _meets(field, answers, options) -> bool:
    """Return whether the answers to a field meet what a condition names: what is told, what is left, or “not sure”."""
    left = _left(field, answers)
    told = _told(field, answers) or (left if len(left) == 1 else {UNSURE} if field.kind == "one" else set())
    is_possible = len(left) < 2 or set(options) == {UNSURE} or left & set(options)
    return bool(told & set(options) and is_possible)


def _holds(one, answers, named) -> bool:
    """Return whether a question or an agenda applies: the rule of the design, written out a second time."""
    for field in REAL.fields:
        chosen = _told(field, answers)
        to_name = {option.id for option in field.options if option.must_be_named} & chosen
        if to_name - {option for condition in named for option in condition.get(field.id, ())}:
            return False
        if field.id in one.applies_to and not _meets(field, answers, one.applies_to[field.id]):
            return False
    return not _is_forbidden(one, answers)


def _is_forbidden(one, answers) -> bool:
    return any(_meets(REAL.field(id_), answers, options) for id_, options in one.not_for.items())


def _fits(question, answers, agendas) -> bool:
    if any(question.id in agenda.settled for agenda in agendas):
        return False
    if any(question.id in agenda.questions and question.id not in agenda.gated for agenda in agendas):
        return not _is_forbidden(question, answers)
    return _holds(question, answers, [question.applies_to, question.also_for])


@pytest.mark.slow
@given(people())
@settings(max_examples=150, deadline=None)
def test_the_list_holds_exactly_what_applies_and_what_agendas_open_without_what_is_settled(answers):
    agendas = [agenda for agenda in REAL.agendas if _holds(agenda, answers, [agenda.applies_to])]
    listed = ids(select(REAL, answers).all)
    assert len(listed) == len(set(listed))
    assert set(listed) == {question.id for question in REAL.questions if _fits(question, answers, agendas)}


@pytest.mark.slow
@given(people())
@settings(max_examples=100, deadline=None)
def test_the_same_answers_give_the_same_page(answers):
    reordered = Answers.of({field: sorted(options, reverse=True) for field, options in answers.by_field.items()})
    assert select(REAL, answers) == select(REAL, reordered)


@given(people(), st.data())
@settings(max_examples=100, deadline=None)
def test_adding_detail_never_empties_the_page(answers, data):
    field = data.draw(st.sampled_from([field for field in REAL.fields if field.detail]))
    detail = data.draw(answers_to(field))
    assert len(select(REAL, Answers.of({**answers.by_field, field.id: detail})).page_one) >= 8


@pytest.mark.slow
def test_every_stage_type_and_treatment_has_at_least_eight_questions():
    names = ("stage", "er-pr", "her2", "treatment")
    for way in product(*([option.id for option in REAL.field(name).options] for name in names)):
        answers = Answers.of({name: [option] for name, option in zip(names, way, strict=True)})
        if conflicts(REAL, answers):
            continue
        selection = select(REAL, answers)
        questions = [pick for pick in selection.all if not pick.question.sensitive]
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
