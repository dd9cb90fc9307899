"""The patient's list as plain strings, in their language, ready to be drawn on screen or paper."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from prep.bank.bank import Bank
from prep.bank.model_types import CONCERNS, FROM_AFAR, UNSURE, VISIT_BY
from prep.bank.models import Part
from prep.bank.translation import Translates
from prep.checklist.about_me import AboutMe, about_me
from prep.checklist.answers import Answers, Visit
from prep.checklist.conflicts import Remedy, conflicts
from prep.checklist.layout import Arrangement
from prep.checklist.person import Pick
from prep.checklist.presenter import Presenter
from prep.checklist.selection import Selection
from prep.checklist.view_models import ChecklistQuestion, CitedSource, ExplainedTerm, TrialsLine, UrgentLine


@dataclass(frozen=True, slots=True)
class Group:
    """The questions that are offered under one heading."""

    id: str
    title: str
    lines: tuple[ChecklistQuestion, ...]


@dataclass(frozen=True, slots=True)
class KindQuestion:
    """What to ask about answers that seldom go together, and the change that would settle it."""

    ask: str
    field: str
    option: str
    remedy: Remedy


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole list: the page as the patient has it, and all else that applies."""

    visit: Visit
    visit_by: str
    """How the visit is held, as the bank's field says it; empty where it was not told."""

    about_me: AboutMe
    top: tuple[ChecklistQuestion, ...]
    rest: tuple[ChecklistQuestion, ...]
    """What stands below the first three, as it is read."""

    more: tuple[Group, ...]
    """What else is offered, best first under each heading."""

    more_sensitive: tuple[ChecklistQuestion, ...]
    asks_sensitive: bool
    """The patient ticked what such questions are about."""

    others: tuple[Group, ...]
    """What fits, too, for whoever wants to see all."""

    notices: tuple[str, ...]
    to_ask: tuple[KindQuestion, ...]
    urgent: tuple[UrgentLine, ...]
    help_now: tuple[UrgentLine, ...]
    """Whom to call who is low or afraid."""

    trials: TrialsLine | None
    fitting_parts: frozenset[Part]
    """Which further parts of the pack are of use to these people."""

    bank_version: str
    last_checked: date
    is_reviewed: bool

    @property
    def is_from_afar(self) -> bool:
        """Return whether nothing can be handed over at the visit."""
        return self.visit_by in FROM_AFAR

    @property
    def may_be_from_afar(self) -> bool:
        """Return whether it is, or was not told."""
        return self.visit_by in {*FROM_AFAR, "", UNSURE}

    @property
    def page_one(self) -> tuple[ChecklistQuestion, ...]:
        """Every question on the page, as it is read."""
        return (*self.top, *self.rest)

    @property
    def remaining(self) -> tuple[ChecklistQuestion, ...]:
        """Every question that fits and is not offered."""
        return tuple(line for group in self.others for line in group.lines)

    @property
    def terms(self) -> tuple[ExplainedTerm, ...]:
        """The medical words on the page, each once, in alphabetical order."""
        return _once(term for line in self.page_one for term in line.terms)

    @property
    def sources(self) -> tuple[CitedSource, ...]:
        """The sources of the page, each once, in the order of their numbers."""
        return _numbered(source for line in self.page_one for source in line.sources)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Who the sources of the page are, each once, in alphabetical order."""
        return tuple(sorted({source.publisher for source in self.sources}, key=str.casefold))

    @property
    def questions(self) -> tuple[ChecklistQuestion, ...]:
        """Every question that is offered: those on the page, then the others."""
        return (*self.page_one, *self.offered, *self.more_sensitive)

    @property
    def offered(self) -> tuple[ChecklistQuestion, ...]:
        """What is offered beside the page and is not sensitive."""
        return tuple(line for group in self.more for line in group.lines)


def build(
    bank: Bank,
    answers: Answers,
    visit: Visit,
    selection: Selection,
    arrangement: Arrangement,
    translator: Translates,
) -> Checklist:
    """Put the page, as the patient has arranged it, into words."""
    presenter = Presenter(bank, arrangement.wording, translator)
    titles = {section.id: translator.text(section.title, f"section.{section.id}") for section in bank.sections}
    top = tuple(presenter.line(one) for one in arrangement.top)
    rest = tuple(presenter.line(one) for one in arrangement.rest)
    to_ask = conflicts(bank, answers)
    more = tuple(presenter.line(pick) for pick in arrangement.more)
    return Checklist(
        visit=visit,
        visit_by=min(answers.to(VISIT_BY), default=""),
        about_me=about_me(bank, answers, translator),
        top=top,
        rest=rest,
        more=_grouped(titles, (line for line in more if not line.sensitive)),
        more_sensitive=tuple(line for line in more if line.sensitive),
        others=_grouped(titles, (presenter.line(pick) for pick in arrangement.others)),
        asks_sensitive=any(pick.question.sensitive and _is_asked_for(pick) for pick in arrangement.more),
        notices=tuple(translator.text(notice.text, notice.id) for notice in selection.notices),
        to_ask=tuple(KindQuestion(one.question(translator), one.field.id, one.option.id, one.remedy) for one in to_ask),
        urgent=tuple(presenter.told(urgent, "urgent") for urgent in selection.urgent),
        help_now=tuple(presenter.told(line, "help_now") for line in selection.help_now),
        trials=presenter.trials(selection),
        fitting_parts=selection.parts,
        bank_version=bank.version,
        last_checked=bank.last_checked,
        is_reviewed=bank.is_reviewed,
    )


def _is_asked_for(pick: Pick) -> bool:
    return any(reason.field.id == CONCERNS for reason in pick.reasons)


def _grouped(titles: Mapping[str, str], lines: Iterable[ChecklistQuestion]) -> tuple[Group, ...]:
    """Put lines under their headings, in the bank's order."""
    by_section: Mapping[str, list[ChecklistQuestion]] = defaultdict(list)
    for line in lines:
        by_section[line.section].append(line)
    return tuple(Group(id_, title, tuple(by_section[id_])) for id_, title in titles.items() if id_ in by_section)


def _once(terms: Iterable[ExplainedTerm]) -> tuple[ExplainedTerm, ...]:
    """Return each term once, in alphabetical order."""
    return tuple(sorted(set(terms), key=lambda term: term.term.casefold()))


def _numbered(sources: Iterable[CitedSource]) -> tuple[CitedSource, ...]:
    """Return each source once, in the order of its number."""
    cited = {source.number: source for source in sources}
    return tuple(cited[number] for number in sorted(cited))
