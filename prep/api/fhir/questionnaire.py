"""The form as a FHIR R4 Questionnaire.

A field's `applies_to` becomes `enableWhen`. FHIR joins all conditions of an item the same way, by AND or by OR; where a
field depends on several others, each further one is a group around it. An option's own `applies_to` and hint have no
place in R4 and are left out: the checklist does not depend on them.
"""

from typing import Literal

from prep.api.fhir.elements import Coding, Element
from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import UNSURE, AppliesTo
from prep.bank.translation import translated_field
from prep.checklist.answers import MAX_TEXT, Speaker
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.web.forms.patient_form import PatientForm

TITLE = _("Questions for my visit")
VISIT = "visit_"
"""The group about the visit. Ids of the bank hold no underscore, so the two cannot meet."""

WHOM = {Speaker.PATIENT: _("For me"), Speaker.HELPER: _("For someone I help")}

_HELP = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl"
_CONTROLS = "http://hl7.org/fhir/questionnaire-item-control"


class CodeableConcept(Element):
    """A thing with a code."""

    coding: tuple[Coding, ...]


class Extension(Element):
    """What R4 defines beside its resources; here, that an item helps with the one above."""

    url: str
    value_codeable_concept: CodeableConcept


class EnableWhen(Element):
    """What must have been answered for an item to be asked."""

    question: str
    operator: Literal["=", "exists"]
    answer_coding: Coding | None = None
    answer_boolean: bool | None = None


class AnswerOption(Element):
    """One answer that an item offers."""

    value_coding: Coding


class Item(Element):
    """Something asked, said or grouped."""

    link_id: str
    text: str | None = None
    type: Literal["group", "display", "choice", "string", "date"]
    extension: tuple[Extension, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["any"] | None = None
    repeats: bool | None = None
    max_length: int | None = None
    answer_option: tuple[AnswerOption, ...] = ()
    item: tuple["Item", ...] = ()


class Questionnaire(Element):
    """The form."""

    resource_type: Literal["Questionnaire"]
    language: str
    url: str
    version: str
    name: str
    title: str
    status: Literal["active"]
    subject_type: tuple[Literal["Patient"], ...]
    item: tuple[Item, ...]


def questionnaire(bank: Bank, translator: Translator, url: str, systems: str) -> Questionnaire:
    """Return the form. `url` is its own address, and `systems` begins the addresses of its fields."""
    fields = {
        field.id: _Asked(translated_field(field, translator), f"{systems}/{field.id}") for field in bank.asked_fields
    }
    return Questionnaire(
        resource_type="Questionnaire",
        language=translator.lang,
        url=url,
        version=bank.version,
        name="VisitPrep",
        title=translator.gettext(TITLE),
        status="active",
        subject_type=("Patient",),
        item=(*(_item(one, fields) for one in fields.values()), _visit(translator)),
    )


def deprecated_items(bank: Bank) -> tuple[Item, ...]:
    """Return items that older programs may still answer, and the form no longer asks."""
    return tuple(_item(_Asked(field, ""), {}) for field in bank.deprecated_fields)


class _Asked:
    """A field, and the codes of its options."""

    def __init__(self, field: FormField, system: str) -> None:
        self.field = field
        self.codings = {
            option.id: Coding(system=system, code=option.id, display=option.label) for option in field.options
        }


def _item(asked: _Asked, fields: dict[str, _Asked]) -> Item:
    field = asked.field
    question = Item(
        link_id=field.id,
        text=field.label,
        type="choice",
        repeats=field.kind == "many" or None,
        answer_option=tuple(AnswerOption(value_coding=coding) for coding in asked.codings.values()),
        item=(_help(field),),
    )
    return _asked_only_where(question, field.applies_to, fields)


def _help(field: FormField) -> Item:
    help_ = CodeableConcept(coding=(Coding(system=_CONTROLS, code="help"),))
    return Item(
        link_id=f"{field.id}.hint",
        text=field.hint,
        type="display",
        extension=(Extension(url=_HELP, value_codeable_concept=help_),),
    )


def _asked_only_where(item: Item, applies_to: AppliesTo, fields: dict[str, _Asked]) -> Item:
    """Ask the item only where the condition holds: on the item itself for one field, in a group for each further."""
    for count, (other, options) in enumerate(applies_to.items()):
        inner = item
        if count:
            inner = Item(link_id=f"{item.link_id}.if-{other}", type="group", item=(item,))
        conditions = tuple(_conditions(fields[other], options))
        behavior: Literal["any"] | None = "any" if len(conditions) > 1 else None
        item = inner.model_copy(update={"enable_when": conditions, "enable_behavior": behavior})
    return item


def _conditions(asked: _Asked, options: tuple[str, ...]) -> list[EnableWhen]:
    field = asked.field
    chosen = [EnableWhen(question=field.id, operator="=", answer_coding=asked.codings[one]) for one in options]
    if UNSURE in options and field.kind == "one":  # a single choice left blank counts as not sure
        chosen.append(EnableWhen(question=field.id, operator="exists", answer_boolean=False))
    return chosen


def _visit(translator: Translator) -> Item:
    """Ask whom the list is for, and what is printed on the page: the same fields as the form on screen has."""
    whom = tuple(
        AnswerOption(value_coding=Coding(code=speaker.value, display=translator.gettext(said)))
        for speaker, said in WHOM.items()
    )
    labels = {name: translator.gettext(field.label.text) for name, field in PatientForm()._fields.items()}
    return Item(
        link_id=VISIT,
        text=translator.gettext(_("The visit")),
        type="group",
        item=(
            Item(link_id="list_for", text=labels["list_for"], type="choice", answer_option=whom),
            Item(link_id="printed_name", text=labels["printed_name"], type="string", max_length=MAX_TEXT),
            Item(link_id="printed_date", text=labels["printed_date"], type="date"),
            Item(link_id="printed_with", text=labels["printed_with"], type="string", max_length=MAX_TEXT),
        ),
    )
