"""Checks a bank's inner links: every id is unique, and whatever an entry names exists."""

from collections.abc import Container, Iterable, Iterator

from prep.bank.bank import Bank
from prep.bank.list_cells import OtherIllness, Overruling
from prep.bank.model_types import CONCERNS, UNSURE, AppliesTo
from prep.bank.models import Citation, Question
from prep.file_problems import Fault, Place

_KINDS = ("sources", "sections", "fields", "terms", "notices", "urgent", "help_now", "agendas", "facts", "questions")


def faults(bank: Bank, trusted: Container[str] = frozenset()) -> Iterator[Fault]:
    """Yield each broken link and where it stands.

    Ids in `trusted` count as known: their own entries are broken and reported elsewhere.
    """
    yield from _repeated_ids(bank)
    yield from _retired_ids(bank)
    yield from _conditions(bank, trusted)
    yield from _fields(bank)
    for index, phrase in enumerate(bank.phrases):
        yield from _condition(bank, ("phrases", index, "means"), phrase.means, trusted)
    yield from _list_cells(bank, trusted)
    yield from _printed(bank, trusted)
    for index, field in enumerate(bank.fields):
        if field.kind == "one" and UNSURE not in (option.id for option in field.options):
            yield (
                ("fields", index, "options"),
                f"a field of kind 'one' needs an option with the id {UNSURE!r}",
            )
    for index, question in enumerate(bank.questions):
        yield from _question(bank, ("questions", index), question, trusted)
        yield from _known(bank, ("questions", index, "same_answer_as"), question.same_answer_as, trusted)
    yield from _agendas(bank, trusted)
    for index, fact in enumerate(bank.facts):
        yield from _condition(bank, ("facts", index, "applies_to"), fact.applies_to, trusted)
        yield from _condition(bank, ("facts", index, "not_for"), fact.not_for, trusted)
        yield from _known(bank, ("facts", index, "questions"), fact.questions, trusted)


def _repeated_ids(bank: Bank) -> Iterator[Fault]:
    for kind in _KINDS:
        yield from _repeats((kind,), [entry.id for entry in getattr(bank, kind)])
    for index, field in enumerate(bank.fields):
        yield from _repeats(("fields", index, "options"), [option.id for option in field.options])


def _repeats(at: Place, ids: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            yield (*at, index, "id"), f"the id {id_!r} is used twice; an id is never used again"
        seen.add(id_)


def _retired_ids(bank: Bank) -> Iterator[Fault]:
    for index, question in enumerate(bank.questions):
        if question.id in bank.retired:
            yield ("questions", index, "id"), f"the id {question.id!r} is retired; an id is never used again"


def _conditions(bank: Bank, trusted: Container[str]) -> Iterator[Fault]:
    for index, field in enumerate(bank.fields):
        yield from _condition(bank, ("fields", index, "applies_to"), field.applies_to, trusted)
        yield from _condition(bank, ("fields", index, "beside"), field.beside, trusted)
        for place, option in enumerate(field.options):
            at: Place = ("fields", index, "options", place, "applies_to")
            yield from _condition(bank, at, option.applies_to, trusted)
    for index, notice in enumerate(bank.notices):
        yield from _condition(bank, ("notices", index, "applies_to"), notice.applies_to, trusted)
    for index, one in enumerate(bank.implied):
        for key in ("applies_to", "not_for", "leaves"):
            yield from _condition(bank, ("implied", index, key), getattr(one, key), trusted)


def _fields(bank: Bank) -> Iterator[Fault]:
    """Yield each link between options of one field, and between fields with the same options, that leads nowhere."""
    options = {field.id: [option.id for option in field.options] for field in bank.fields}
    for index, field in enumerate(bank.fields):
        for place, gathered in enumerate(field.gathers):
            if options.get(gathered) != options[field.id]:
                yield ("fields", index, "gathers", place), f"{gathered!r} is no field with the same options"
        for place, enough in enumerate(field.one_is_enough):
            if enough not in options[field.id]:
                yield ("fields", index, "one_is_enough", place), f"unknown {field.id} {enough!r}"
        for place, option in enumerate(field.options):
            for key in ("is_a", "refines"):
                other = getattr(option, key)
                if other is not None and (other == option.id or other not in options[field.id]):
                    yield ("fields", index, "options", place, key), f"unknown {field.id} {other!r}"


def _list_cells(bank: Bank, trusted: Container[str]) -> Iterator[Fault]:
    entries: list[tuple[Place, OtherIllness | Overruling]] = [(("other_illness",), bank.other_illness)]
    entries += [(("overruling", index), one) for index, one in enumerate(bank.overruling)]
    for at, told in entries:
        yield from _condition(bank, (*at, "takes"), told.takes, trusted)
        yield from _named_fields(bank, (*at, "asked_by"), told.asked_by, trusted)
    for index, one in enumerate(bank.overruling):
        yield from _condition(bank, ("overruling", index, "leaves"), one.leaves, trusted)
        yield from _condition(bank, ("overruling", index, "leaves_unless"), one.leaves_unless, trusted)
    yield from _named_fields(bank, ("other_illness", "shown_by"), bank.other_illness.shown_by, trusted)


def _named_fields(bank: Bank, at: Place, named: Iterable[str], trusted: Container[str]) -> Iterator[Fault]:
    known = {field.id for field in bank.fields}
    for place, field in enumerate(named):
        if field not in known and field not in trusted:
            yield (*at, place), f"unknown field {field!r}"


def _printed(bank: Bank, trusted: Container[str]) -> Iterator[Fault]:
    for kind, told in (("urgent", bank.urgent), ("help_now", bank.help_now)):
        for index, one in enumerate(told):
            yield from _condition(bank, (kind, index, "applies_to"), one.applies_to, trusted)
            yield from _condition(bank, (kind, index, "not_for"), one.not_for, trusted)
            yield from _citations(bank, (kind, index, "sources"), one.sources, trusted)
    for part, condition in bank.pack.items():
        yield from _condition(bank, ("pack", part.value), condition, trusted)
    if bank.trials:
        yield from _citations(bank, ("trials", "sources"), bank.trials.sources, trusted)


def _condition(bank: Bank, at: Place, condition: AppliesTo, trusted: Container[str]) -> Iterator[Fault]:
    options = {field.id: {option.id for option in field.options} for field in bank.fields}
    for field, wanted in condition.items():
        if field in options:
            for place, option in enumerate(wanted):
                if option not in options[field]:
                    yield (*at, field, place), f"unknown {field} {option!r}"
        elif field not in trusted:
            yield (*at, field), f"unknown field {field!r}"


def _question(bank: Bank, at: Place, question: Question, trusted: Container[str]) -> Iterator[Fault]:
    yield from _condition(bank, (*at, "applies_to"), question.applies_to, trusted)
    yield from _condition(bank, (*at, "not_for"), question.not_for, trusted)
    yield from _condition(bank, (*at, "also_for"), question.also_for, trusted)
    yield from _condition(bank, (*at, "especially_for"), question.especially_for, trusted)
    yield from _hidden_from_all((*at, "not_for"), question)
    yield from _condition(bank, at, {CONCERNS: question.concerns} if question.concerns else {}, trusted)
    if question.section not in {*(section.id for section in bank.sections)} and question.section not in trusted:
        yield (*at, "section"), f"unknown section {question.section!r}"
    yield from _citations(bank, (*at, "sources"), question.sources, trusted)
    yield from _repeats((*at, "instead"), [wording.id for wording in question.instead])
    for index, wording in enumerate(question.instead):
        yield from _condition(bank, (*at, "instead", index, "applies_to"), wording.applies_to, trusted)
        yield from _citations(bank, (*at, "instead", index, "sources"), wording.sources, trusted)


def _agendas(bank: Bank, trusted: Container[str]) -> Iterator[Fault]:
    """Yield each condition, source and question of an agenda that leads nowhere or says two things."""
    for index, agenda in enumerate(bank.agendas):
        at: Place = ("agendas", index)
        yield from _condition(bank, (*at, "applies_to"), agenda.applies_to, trusted)
        yield from _condition(bank, (*at, "not_for"), agenda.not_for, trusted)
        yield from _citations(bank, (*at, "sources"), agenda.sources, trusted)
        for key in ("questions", "unknowns", "settled"):
            yield from _known(bank, (*at, key), getattr(agenda, key), trusted)
        for key in ("gated", "deadlines"):
            for place, marked in enumerate(getattr(agenda, key)):
                if marked not in agenda.questions:
                    yield (*at, key, place), f"{marked!r} is none of the agenda's questions"
        for place, settled in enumerate(agenda.settled):
            if settled in agenda.questions:
                yield (*at, "settled", place), f"{settled!r} is one of the agenda's questions"


def _known(bank: Bank, at: Place, named: Iterable[str], trusted: Container[str]) -> Iterator[Fault]:
    """Yield each id that is no question's, or is named twice in one list."""
    seen: set[str] = set()
    for place, question in enumerate(named):
        if question not in bank.question_ids and question not in trusted:
            yield (*at, place), f"unknown question {question!r}"
        if question in seen:
            yield (*at, place), f"the question {question!r} is named twice"
        seen.add(question)


def _citations(bank: Bank, at: Place, cited: Iterable[Citation], trusted: Container[str]) -> Iterator[Fault]:
    sources = {source.id for source in bank.sources}
    for place, citation in enumerate(cited):
        if citation.id not in sources and citation.id not in trusted:
            yield (*at, place, "id"), f"unknown source {citation.id!r}"


def _hidden_from_all(at: Place, question: Question) -> Iterator[Fault]:
    for field, options in question.applies_to.items():
        if set(options) <= set(question.not_for.get(field, ())):
            yield (*at, field), f"not_for hides the question from everyone whose {field} it applies to"
