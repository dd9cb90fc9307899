"""Reads what a step of the way needs from the posted form: the answers, the list as it was changed, and the pack."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import Response, g
from werkzeug.datastructures import MultiDict

from prep.checklist.answers import Answers
from prep.checklist.checklist import Checklist
from prep.checklist.conflicts import Conflict, Remedy, conflicts
from prep.checklist.editing import EditResult
from prep.checklist.found import Found, found
from prep.checklist.pack import Pack
from prep.checklist.pipeline import prepare_edited
from prep.export.sheet import sheet_of
from prep.web import shared_computer
from prep.web.forms import keep_answers, list_editor, pack_options
from prep.web.forms.feedback import Feedback, feedback
from prep.web.forms.fit_better import take_in_named
from prep.web.forms.form_body import posted
from prep.web.forms.patient_form import PatientForm
from prep.web.pages import render_page
from prep.web.site import current_site
from prep.web.urls import logo_address
from prep.web.views.form import form_page, please_check


@dataclass(frozen=True, slots=True)
class Step:
    """All that a page after the form is drawn from."""

    sent: MultiDict[str, str]
    form: PatientForm
    checklist: Checklist
    edit: EditResult
    feedback: Feedback
    found: Found
    pack: Pack
    keeps_answers: bool
    """The PDF may carry the answers."""

    as_is: bool
    """The patient told us that answers which seldom go together are right."""

    def remembered(self) -> Iterator[tuple[str, str]]:
        """Yield the hidden fields that remember the list, what it was before, and that the computer is shared."""
        yield from list_editor.fields(self.edit)
        yield from shared_computer.fields()

    def packed(self) -> Iterator[tuple[str, str]]:
        """Yield the hidden fields that remember what is wanted on paper."""
        yield from pack_options.fields(self.pack)
        yield from keep_answers.fields(self.keeps_answers)


def posted_answers() -> MultiDict[str, str]:
    """Return the posted form, with named treatments in their fields, and the change that the person agreed to.

    Such a change is "stage.metastatic".
    """
    sent = posted()
    take_in_named(sent, current_site().bank)
    field, _dot, option = sent.get(Remedy.CHANGE_TO.value, "").partition(".")
    if option:
        sent.setlist(field, [option])
    field, _dot, option = sent.get(Remedy.LEAVE_OUT.value, "").partition(".")
    if option:
        sent.setlist(field, [other for other in sent.getlist(field) if other != option])
    return sent


def once_checked(sent: MultiDict[str, str], show: Callable[[Step], str | Response]) -> str | Response:
    """Return what `show` makes of the posted form, or the form where there is something to check or to ask first."""
    filled = current_site().form(sent)
    if not filled.validate():
        return please_check(filled, sent)
    if to_ask := _to_ask(sent, filled.answers()):
        return form_page(filled, sent, to_ask)
    return show(_step(filled, sent))


def render_step(template: str, step: Step, **values: object) -> str:
    """Return the template drawn with the list and its sheet, which a browser prints and the page shows as a picture."""
    return render_page(
        template,
        step=step,
        checklist=step.checklist,
        sheet=sheet_of(step.checklist, step.pack, g.clinic, g.translator),
        fields="pack/blanks.html",
        logo=logo_address(g.clinic),
        **values,
    )


def _to_ask(sent: MultiDict[str, str], answers: Answers) -> tuple[Conflict, ...]:
    """Return what to ask before the list is first shown; a file, or "go on as it is", is never held up."""
    if "as_is" in sent or "format" in sent:
        return ()
    return conflicts(current_site().bank, answers)


def _step(filled: PatientForm, sent: MultiDict[str, str]) -> Step:
    bank = current_site().bank
    edit = list_editor.read_edit(sent, bank.question_ids)
    made, result = prepare_edited(bank, filled.answers(), filled.visit(), g.translator, edit)
    words = list_editor.words_to_find(sent)
    ranked = current_site().searches.of(g.translator).find(words, result.changes.wording) if words else ()
    return Step(
        sent=sent,
        form=filled,
        checklist=made,
        edit=result,
        feedback=feedback(result, ranked),
        found=found(words, ranked, made),
        pack=pack_options.wanted(sent, g.clinic.paper),
        keeps_answers=keep_answers.wanted(sent) and not shared_computer.is_shared(),
        as_is="as_is" in sent,
    )
