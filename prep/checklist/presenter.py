"""Presents what is placed on a list: questions, terms and sources as `view_models`, in the patient's language."""

from collections.abc import Iterable, Mapping

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.models import Citation, Urgent
from prep.bank.translation import Translates
from prep.checklist.changes import OwnQuestion
from prep.checklist.layout import OWN, PlacedQuestion
from prep.checklist.person import Pick, Reason
from prep.checklist.selection import Selection
from prep.checklist.view_models import ChecklistQuestion, CitedSource, ExplainedTerm, TrialsLine, UrgentLine


class Presenter:
    """Turns what is placed into words, and numbers sources in the order of first use."""

    def __init__(self, bank: Bank, wording: Mapping[str, str], translator: Translates) -> None:
        """Write from `bank`, in the patient's own `wording` where there is any, by question id."""
        self._bank = bank
        self._wording = wording
        self._translate = translator.text
        self._sources = {source.id: source for source in bank.sources}
        self._topics = {
            section.id: self._translate(section.title, f"section.{section.id}") for section in bank.sections
        }
        self._numbers: dict[str, int] = {}

    def line(self, placed: PlacedQuestion) -> ChecklistQuestion:
        """Put a question on or off the page into words."""
        if not isinstance(placed, Pick):
            return _own(placed)
        question, wording = placed.question, placed.wording
        said, key = (question.worded(wording), f"{question.id}.{wording.id}") if wording else (question, question.id)
        standard = self._translate(said.text, key)
        return ChecklistQuestion(
            id=question.id,
            section=question.section,
            topic=self._topics[question.section],
            text=self._wording.get(question.id, standard),
            standard=standard,
            why=self._translate(said.why, f"{key if wording and wording.why else question.id}.why"),
            moment=self._translate(agenda.text, f"agenda.{agenda.id}") if (agenda := placed.agenda) else "",
            reasons=tuple(self._short(reason) for reason in placed.reasons),
            unsaid=tuple(self._named(field) for field in placed.unsaid),
            is_for_all=placed.is_for_all,
            terms=tuple(
                self._explained(term_id) for term_id in self._bank.terms_of(question, wording.id if wording else "")
            ),
            sources=self._cited(said.sources),
            sensitive=question.sensitive,
        )

    def told(self, urgent: Urgent, kind: str) -> UrgentLine:
        """Put what to call about, or whom to call, into words; `kind` is the list that it is from."""
        return UrgentLine(self._translate(urgent.text, f"{kind}.{urgent.id}"), self._cited(urgent.sources))

    def trials(self, selection: Selection) -> TrialsLine | None:
        """Say where to look for trials, and with which words."""
        place = self._bank.trials
        return TrialsLine(place.name, place.url, selection.searches, self._cited(place.sources)) if place else None

    def _short(self, reason: Reason) -> str:
        field, option = reason.field, reason.option
        short = self._translate(option.short, f"{field.id}.{option.id}.short")
        return f"{short} ({self._translate(field.told_as, f'{field.id}.told_as')})" if field.told_as else short

    def _named(self, field: FormField) -> str:
        """Name what a field asks for."""
        if field.short:
            return self._translate(field.short, f"{field.id}.short")
        return self._translate(field.label, f"{field.id}.label")

    def _explained(self, term_id: str) -> ExplainedTerm:
        term = self._bank.term(term_id)
        return ExplainedTerm(
            term.id,
            self._translate(term.term, f"term.{term.id}"),
            self._translate(term.text, f"term.{term.id}.text"),
        )

    def _cited(self, citations: Iterable[Citation]) -> tuple[CitedSource, ...]:
        return tuple(self._source(citation) for citation in citations)

    def _source(self, citation: Citation) -> CitedSource:
        source = self._sources[citation.id]
        number = self._numbers.setdefault(source.id, len(self._numbers) + 1)
        return CitedSource(
            number=number,
            id=source.id,
            publisher=source.publisher,
            title=source.title,
            at=citation.at,
            url=source.url,
            dated=source.dated and self._translate(source.dated, f"source.{source.id}.dated"),
            country=source.country and self._translate(source.country, f"source.{source.id}.country"),
        )


def _own(question: OwnQuestion) -> ChecklistQuestion:
    """Return a question that the patient wrote."""
    return ChecklistQuestion(
        id=question.id,
        section=OWN,
        topic="",
        text=question.text,
        standard="",
        why="",
        moment="",
        reasons=(),
        unsaid=(),
        is_for_all=False,
        terms=(),
        sources=(),
        sensitive=False,
    )
