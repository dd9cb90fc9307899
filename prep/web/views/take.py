"""The third step: a picture of the sheet, what to choose of it, and the ways to take it along."""

from flask import Response, g

from prep.export import formats
from prep.export.portal_message import portal_message
from prep.web.blueprints import pages
from prep.web.steps import Step, once_checked, posted_answers, render_step
from prep.web.views.checklist import please_mend


@pages.post("/<lang>/take")
def take() -> str | Response:
    """Show the sheet as it will be printed, with the choices and the ways out."""
    return once_checked(posted_answers(), _take_page)


def _take_page(step: Step) -> str | Response:
    if step.edit.drafts:
        return please_mend(step)
    return render_step(
        "take.html",
        step,
        text=formats.to_text(step.checklist, g.translator, g.clinic),
        message=portal_message(step.checklist, g.translator),
        mail=formats.to_mail(step.checklist, g.translator, g.clinic),
    )
