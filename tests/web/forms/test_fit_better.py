"""What the list page offers to fit better, and how a named treatment gets into its field."""

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.checklist.answers import Answers
from prep.web.forms.fit_better import fit_better, take_in_named


def taken_in(bank, *sent) -> list[tuple[str, str]]:
    form = MultiDict(sent)
    take_in_named(form, bank)
    return [pair for pair in form.items(multi=True) if pair[0].startswith("treatments-")]


def test_a_named_treatment_joins_what_was_told_already(bank):
    told = ("treatments-now", "tamoxifen"), ("told_palbociclib", "treatments-now")
    assert taken_in(bank, *told) == [("treatments-now", "tamoxifen"), ("treatments-now", "palbociclib")]


def test_a_named_treatment_moves_from_one_field_to_another(bank):
    told = ("treatments-now", "palbociclib"), ("told_palbociclib", "treatments-stopped-working")
    assert taken_in(bank, *told) == [("treatments-stopped-working", "palbociclib")]


def test_what_is_told_twice_is_there_once(bank):
    told = ("treatments-now", "palbociclib"), ("told_palbociclib", "treatments-now")
    assert taken_in(bank, *told) == [("treatments-now", "palbociclib")]


@pytest.mark.parametrize("told", [("told_palbociclib", "stage"), ("told_left", "treatments-now"), ("told_", "")])
def test_what_no_page_of_ours_sends_is_refused(bank, told):
    with pytest.raises(BadRequest):
        taken_in(bank, told)


def offered(bank, *sent, **told):
    return fit_better(bank, Answers.of(told), MultiDict(sent), ())


def asked(fit) -> list[str]:
    return [field.spec.id for field in fit.details]


def test_three_details_are_offered(bank):
    assert len(asked(offered(bank, stage=["early"]))) == 3


def test_what_is_offered_stays_while_a_person_stars_and_moves(bank):
    sent = [("fit_offered", "region"), ("fit_offered", "visit-by"), ("list_do", "star options")]
    assert asked(offered(bank, *sent, stage=["early"])) == ["region", "visit-by"]


def test_once_one_is_answered_the_next_are_offered(bank):
    sent = [("fit_offered", "region"), ("fit_offered", "visit-by")]
    assert len(asked(offered(bank, *sent, stage=["early"], region=["elsewhere"]))) == 3
    assert "region" not in asked(offered(bank, *sent, ("fit_update", "yes"), stage=["early"]))


def test_offers_that_no_page_of_ours_sends_are_not_followed(bank):
    assert len(asked(offered(bank, ("fit_offered", "left-knee"), stage=["early"]))) == 3
    assert "treatments-now" not in asked(offered(bank, ("fit_offered", "treatments-now"), stage=["early"]))


def test_what_would_fill_a_screen_is_folded(bank):
    fit = offered(bank, ("fit_offered", "concerns"), ("fit_offered", "visit-with"))
    assert [field.spec.folded for field in fit.details] == [True, False]


def test_only_what_fits_can_be_said_of_a_treatment(bank):
    named = [field.id for field in offered(bank, stage=["early"], treatment=["not-started"]).named]
    assert "treatments-now" not in named
    assert "treatments-suggested" in named


def test_a_bank_that_names_nothing_looks_nothing_up(small):
    fit = offered(small, ("find_name", "left"))
    assert fit.named == ()
    assert fit.found is None
