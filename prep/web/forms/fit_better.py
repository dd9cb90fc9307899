"""Reads and offers what makes the list fit better: a few details to answer, and treatments found by their names.

What was offered travels in hidden fields, so that it stays where it is while a person stars and moves, and is sought
anew only once they told more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.name_search import NamedOption, find_named, named_fields
from prep.checklist.answers import MAX_TEXT, Answers
from prep.checklist.conflicts import goes_with
from prep.checklist.informative_fields import blank_fields, informative_fields
from prep.checklist.view_models import ChecklistQuestion
from prep.i18n import noop as _
from prep.text import tidy
from prep.web.forms.list_editor import PRESSED, WORDS

UPDATE = "fit_update"
"""The button that asks for the list anew."""

OFFERED = "fit_offered"
"""The hidden fields that hold which details are asked for."""

NAME = "find_name"
"""The text field for a name. Whatever button is pressed, what stands in it is looked up."""

TOLD = "told_"
"""A choice beside what was found: this and the option's id, with the field it is an answer to."""

MOST_DETAILS = 3
MOST_UNFOLDED = 8
"""The most options that stand open; more would fill the screen of a phone."""

NO_SUCH_ANSWER = _("We could not read what you told us of a treatment.")


@dataclass(frozen=True, slots=True)
class NamedFound:
    """What a typed name was found to mean."""

    typed: str
    options: tuple[NamedOption, ...]
    told: Mapping[str, str]
    """The field in which an option was told already, by the option's id."""

    @property
    def is_exact(self) -> bool:
        """Return whether nothing of it is a guess."""
        return all(one.is_exact for one in self.options)


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A field to be drawn blank, as the form's own are."""

    spec: FormField
    chosen: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    comes_ticked: bool = False


@dataclass(frozen=True, slots=True)
class FitBetter:
    """What the list page offers to fit better, and what came of it."""

    details: tuple[Unfilled, ...]
    named: tuple[FormField, ...]
    """The fields that a name may be an answer to."""

    found: NamedFound | None
    is_updated: bool
    new: tuple[ChecklistQuestion, ...] | None
    """The questions that were not on the page before; nothing where the page before did not tell."""

    takes_focus: bool
    """No other button of the list was pressed, which would have the focus."""

    @property
    def is_open(self) -> bool:
        """Return whether the person is at it."""
        return self.is_updated or self.found is not None


def take_in_named(sent: MultiDict[str, str], bank: Bank) -> None:
    """Put each named treatment into the field chosen for it, and take it out of the others.

    Raises:
        BadRequest: there is no such field or option.
    """
    fields = {field.id: {option.id for option in field.options} for field in named_fields(bank)}
    for name in [name for name in sent if name.startswith(TOLD)]:
        option, chosen = name.removeprefix(TOLD), sent[name]
        if option not in fields.get(chosen, ()):
            raise BadRequest(NO_SUCH_ANSWER)
        for field in fields:
            sent.setlist(field, [other for other in sent.getlist(field) if other != option])
        sent.add(chosen, option)


def fit_better(bank: Bank, answers: Answers, sent: MultiDict[str, str], page: Iterable[ChecklistQuestion]) -> FitBetter:
    """Return what to offer beside the `page` that fits these answers."""
    named = tuple(field for field in named_fields(bank) if goes_with(field.applies_to, answers))
    typed = tidy(sent.get(NAME, ""))[:MAX_TEXT] if named else ""
    is_updated = UPDATE in sent and not typed
    return FitBetter(
        details=tuple(map(_unfilled, _details(bank, answers, sent))),
        named=named,
        found=NamedFound(typed, find_named(bank, typed), _told(named_fields(bank), answers)) if typed else None,
        is_updated=is_updated,
        new=_new(sent, page) if is_updated else None,
        takes_focus=not sent.get(PRESSED),
    )


def _details(bank: Bank, answers: Answers, sent: MultiDict[str, str]) -> tuple[FormField, ...]:
    offered = sent.getlist(OFFERED)[:MOST_DETAILS]
    if offered and UPDATE not in sent:
        still_blank = {field.id: field for field in blank_fields(bank, answers)}
        if still_blank.keys() >= set(offered):
            return tuple(still_blank[field] for field in dict.fromkeys(offered))
    return tuple(islice(informative_fields(bank, answers), MOST_DETAILS))


def _unfilled(field: FormField) -> Unfilled:
    return Unfilled(field.model_copy(update={"folded": len(field.options) > MOST_UNFOLDED}))


def _told(named: Iterable[FormField], answers: Answers) -> Mapping[str, str]:
    return {option: field.id for field in named for option in answers.to(field.id)}


def _new(sent: MultiDict[str, str], page: Iterable[ChecklistQuestion]) -> tuple[ChecklistQuestion, ...] | None:
    """Return what is on the page and was not on the one that was sent: it holds the words of each question."""
    ours = [line for line in page if not line.is_own]
    shown = {name.removeprefix(WORDS) for name in sent if name.startswith(WORDS)}
    return tuple(line for line in ours if line.id not in shown) if len(shown) > 1 else None
