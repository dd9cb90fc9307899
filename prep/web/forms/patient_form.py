"""The form that a patient fills in: the bank's fields, whom the list is for, and what is printed on the page.

Names of our own hold an underscore, which ids in the bank never do, so the two cannot meet.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import cast

from wtforms import DateField, Form, RadioField, SelectMultipleField, StringField, ValidationError
from wtforms.validators import Length, Optional

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.checklist.answers import MAX_TEXT, Answers, Speaker, Visit
from prep.i18n import noop as _
from prep.text import tidy

TOO_LONG = _("This is too long to print. Please use at most 80 characters.")
UNKNOWN_OPTION = _("Choose one of the answers shown, or “I’m not sure”.")
ONE_ONLY = _("Choose only one answer here.")
NO_DATE = _("Choose the day of the visit, or leave it empty.")


class AnswerField(SelectMultipleField):
    """A field of the bank: radio buttons for a single choice, check boxes for many."""

    def __init__(self, spec: FormField | None = None, **unbound: object) -> None:
        """Take the options from the bank's field `spec`."""
        choices = [option.id for option in spec.options] if spec else []
        super().__init__(label=spec.label if spec else "", choices=choices, **unbound)  # type: ignore[arg-type]
        self.spec = cast("FormField", spec)
        self.comes_ticked = False
        """A clinic ticks one of its answers; a browser cannot untick a radio button, so “No answer” stands beside."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take the options sent; the empty one is “No answer”."""
        super().process_formdata([option for option in valuelist if option])

    @property
    def chosen(self) -> Sequence[str]:
        """The option ids as they were sent."""
        return self.data or ()

    def pre_validate(self, form: object) -> None:  # noqa: ARG002  # WTForms passes it
        """Refuse options that the field does not offer."""
        if not set(self.chosen) <= {option.id for option in self.spec.options}:
            raise ValidationError(UNKNOWN_OPTION)
        if self.spec.kind == "one" and len(set(self.chosen)) > 1:
            raise ValidationError(ONE_ONLY)


class DayField(DateField):
    """The day of the visit."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day, or say what to do instead."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(NO_DATE) from error


def _line_of_text(label: str) -> StringField:
    limits = [Optional(), Length(max=MAX_TEXT, message=TOO_LONG)]
    return StringField(label, filters=[lambda text: tidy(text or "")], validators=limits)


class WhomField(RadioField):
    """Whom the list is for; the patient, unless something else is said."""

    def pre_validate(self, form: object) -> None:  # noqa: ARG002  # WTForms passes it
        """Refuse what is not offered."""
        if self.data not in {speaker.value for speaker in Speaker}:
            raise ValidationError(UNKNOWN_OPTION)


class PatientForm(Form):
    """What a patient fills in, apart from the bank's own fields."""

    list_for = WhomField(
        _("Whom is the list for?"),
        choices=[speaker.value for speaker in Speaker],  # type: ignore[misc]  # the stubs lag behind WTForms 3.3
        default=Speaker.PATIENT.value,
    )
    printed_name = _line_of_text(_("Your name"))
    printed_date = DayField(_("Day of the visit"), validators=[Optional()])
    printed_with = _line_of_text(_("Name of the doctor or nurse"))

    def answer_fields(self) -> tuple[AnswerField, ...]:
        """Return the bank's fields in the bank's order."""
        return tuple(field for field in self if isinstance(field, AnswerField))

    def offer_no_answer(self, ticked: Collection[str]) -> None:
        """Let the fields that a clinic has `ticked` be left without an answer again."""
        for field in self.answer_fields():
            field.comes_ticked = field.spec.id in ticked

    def answers(self) -> Answers:
        """Return the options chosen."""
        return Answers.of({field.spec.id: field.chosen for field in self.answer_fields()})

    def speaker(self) -> Speaker:
        """Return who will ask the questions."""
        return Speaker(self.list_for.data)

    def visit(self) -> Visit:
        """Return who asks, and what is printed on top of the page."""
        return Visit(self.printed_name.data or "", self.printed_date.data, self.printed_with.data or "", self.speaker())

    def sent(self) -> Iterator[tuple[str, str]]:
        """Yield every name and value sent, so that the next page can carry them on."""
        for field in self.answer_fields():
            yield from ((field.spec.id, option) for option in field.chosen)
        if self.list_for.raw_data:
            yield "list_for", self.list_for.data
        for name in ("printed_name", "printed_date", "printed_with"):
            # WTForms' own name for the value as it stands in the input
            if value := self[name]._value():  # type: ignore[attr-defined]
                yield name, value


def form_class(bank: Bank) -> type[PatientForm]:
    """Return the form that asks for the bank's fields."""
    return type("BankForm", (PatientForm,), {field.id: AnswerField(spec=field) for field in bank.asked_fields})
