from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.web.forms.patient_form import form_class


@pytest.fixture
def filled(small):
    def fill(*pairs):
        return form_class(small)(MultiDict(pairs))

    return fill


def test_the_form_has_a_field_for_each_of_the_bank(filled, small):
    assert [field.name for field in filled().answer_fields()] == [field.id for field in small.fields]


def test_what_was_ticked_becomes_answers(filled):
    form = filled(("side", "left"), ("concerns", "pain"), ("concerns", "dancing"))
    assert form.validate()
    assert form.answers() == Answers.of({"side": ["left"], "concerns": ["pain", "dancing"]})


def test_what_was_typed_is_tidied(filled):
    form = filled(("printed_name", "  Ann\u202e  Lee "), ("printed_date", "2026-11-24"), ("printed_with", ""))
    assert form.validate()
    assert form.visit() == Visit("Ann Lee", date(2026, 11, 24), "")


@pytest.mark.parametrize(("length", "fits"), [(MAX_TEXT, True), (MAX_TEXT + 1, False)])
def test_a_name_must_fit_on_the_page(filled, length, fits):
    assert filled(("printed_name", "é" * length)).validate() is fits


def test_spaces_and_what_cannot_be_printed_do_not_count(filled):
    assert filled(("printed_name", " " * 1000 + "Ann" + "\u200b" * 1000)).validate()


@pytest.mark.parametrize("typed", ["tomorrow", "2026-02-30", "24.11.2026"])
def test_a_day_that_is_none(filled, typed):
    form = filled(("printed_date", typed))
    assert not form.validate()
    assert form.errors == {"printed_date": ["Choose the day of the visit, or leave it empty."]}


def test_everything_sent_is_carried_on(filled):
    sent = [("side", "left"), ("concerns", "pain"), ("concerns", "dancing"), ("printed_name", "Ann")]
    assert list(filled(*sent, ("printed_date", "2026-11-24")).sent()) == [*sent, ("printed_date", "2026-11-24")]


def test_the_list_is_for_oneself_unless_something_else_is_said(filled):
    assert filled().visit().speaker is Speaker.PATIENT
    assert filled(("side", "left")).visit().speaker is Speaker.PATIENT
    helping = filled(("list_for", "helper"))
    assert helping.validate()
    assert helping.visit().speaker is Speaker.HELPER
    assert ("list_for", "helper") in list(helping.sent())


def test_the_list_cannot_be_for_nobody(filled):
    form = filled(("list_for", "nobody"))
    assert not form.validate()
    assert form.errors == {"list_for": ["Choose one of the answers shown, or “I’m not sure”."]}
