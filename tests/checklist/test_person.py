"""What one person's answers make of one question: its rank, its reasons, what they left unsaid, and its words."""

from prep.bank.models import Wording
from prep.bank.yaml_file import read_yaml
from prep.checklist.answers import Answers
from prep.checklist.selection import select


def ids(picks) -> list[str]:
    return [pick.question.id for pick in picks]


def reasons(selection, question_id) -> list[str]:
    (pick,) = [pick for pick in selection.all if pick.question.id == question_id]
    return [reason.option.short for reason in pick.reasons]


def test_a_question_moves_up_for_those_it_is_especially_for(small):
    plain = ids(select(small, Answers.of({"side": ["left"]})).page_one)
    new = ids(select(small, Answers.of({"side": ["left"], "age": ["new"]})).page_one)
    assert plain.index("walk") > plain.index("left-cartilage")
    assert new.index("walk") < new.index("left-cartilage")


def test_each_question_says_which_answers_brought_it(small):
    selection = select(small, Answers.of({"side": ["left"], "age": ["new"], "concerns": ["pain"]}))
    assert reasons(selection, "left-cartilage") == ["left knee", "pain is on your mind"]
    assert reasons(selection, "walk") == ["new knee"]
    assert reasons(selection, "dance") == []


def test_only_fields_that_were_offered_can_be_left_unsaid(small):
    def unsaid(bank, **told):
        selection = select(bank, Answers.of(told))
        picks = {pick.question.id: pick for pick in selection.all}
        return [field.id for field in picks["how-old"].unsaid]

    assert unsaid(small, side=["left"]) == ["age"]
    age = small.field("age").model_copy(update={"applies_to": {"side": ("right", "unsure")}, "ask": "Which side?"})
    hidden = small.model_copy(update={"fields": tuple(age if one.id == "age" else one for one in small.fields)})
    assert unsaid(hidden, side=["right"]) == ["age"]
    assert unsaid(hidden, side=["left"]) == []


WORDED = """\
id: rust
applies_to: {implant: [steel]}
text: My joint is steel. Can it rust?
why: Steel can.
sources: [{id: knee-book, at: Page 7}]
"""


def test_a_question_reads_as_it_fits_those_of_whom_more_is_known(small):
    wording = Wording.model_validate(read_yaml(WORDED))
    asked = small.questions[4].model_copy(update={"instead": (wording,)})
    bank = small.model_copy(update={"questions": (*small.questions[:4], asked, *small.questions[5:])})
    picks = {told: _pick(bank, asked.id, told) for told in ("steel", "plastic")}
    assert (picks["steel"].wording, picks["plastic"].wording) == (wording, None)
    said = asked.worded(wording)
    assert (said.id, said.text, said.why) == (asked.id, "My joint is steel. Can it rust?", "Steel can.")
    assert said.applies_to == {"implant": ("steel",)}
    assert [citation.at for citation in said.sources] == ["Page 7"]


def _pick(bank, question, implant):
    selection = select(bank, Answers.of({"implant": [implant]}))
    return next(pick for pick in selection.all if pick.question.id == question)
