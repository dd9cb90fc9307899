import pytest

from prep.checklist.answers import Answers
from prep.editorial.lint.agendas import (
    agenda_met_by_few,
    everybodys_agenda,
    nobodys_agenda,
    situation_without_agenda,
    useless_unknown,
)
from prep.editorial.lint.context import LintContext
from tests.editorial.lint.conftest import TODAY

LEFT, RIGHT = Answers.of({"side": ["left"]}), Answers.of({"side": ["right"]})


@pytest.fixture
def found(visits):
    """Return what a check finds where the first agenda is another."""

    def by(lint_check, people=None, **changes):
        first, *others = visits.agendas
        bank = visits.model_copy(update={"agendas": (first.model_copy(update=changes), *others)})
        return list(lint_check(LintContext(bank, TODAY, None, people)))

    return by


def test_an_agenda_that_nobody_can_have(found):
    ((place, said),) = found(nobodys_agenda, applies_to={"side": ("left",), "age": ("new",)})
    assert (place, said) == (
        ("agendas", 0, "applies_to"),
        "no answers that go together bring it to anyone; ease `applies_to`",
    )
    assert found(nobodys_agenda) == []


def test_an_agenda_that_everyone_has_is_no_decision(found):
    everyone = {"side": ("left", "right", "none-yet", "unsure")}
    ((place, said),) = found(everybodys_agenda, applies_to=everyone, not_for={})
    assert (place, said) == (("agendas", 0, "applies_to"), "it applies to everyone; say whose decision it is")
    assert found(everybodys_agenda) == []


def test_what_is_asked_of_those_who_do_not_know_is_kept_for_them(found):
    ((place, said),) = found(useless_unknown, unknowns=("which-side", "heat"))
    assert place == ("agendas", 0, "unknowns", 1)
    assert said == "'heat' is not kept for those who are not sure; name it under `questions`"
    assert found(useless_unknown) == []


def test_people_whom_no_agenda_is_for(found):
    ((place, said),) = found(situation_without_agenda)
    assert place == ("agendas",)
    assert said.startswith("people who answer side: right")
    assert "have no agenda, nor have" in said
    everyone = {"side": ("left", "right", "none-yet", "unsure")}
    assert found(situation_without_agenda, applies_to=everyone, not_for={}) == []


def test_an_agenda_is_met_by_people_who_differ(found):
    few = [LEFT, LEFT, RIGHT]
    assert found(agenda_met_by_few, people=few)[0] == (
        ("agendas", 0, "id"),
        "1 people in the scenarios meet it; have 3",
    )
    differing = [LEFT, *(Answers.of({"side": ["left"], "concerns": [one]}) for one in ("pain", "dancing"))]
    assert found(agenda_met_by_few, people=differing) == []


def test_without_scenarios_nobody_is_missed(found):
    assert found(agenda_met_by_few) == []
