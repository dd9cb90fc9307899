"""Finds what changed between two banks, and says it in words that a clinical reviewer can sign."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.model_types import AppliesTo, BankModel
from prep.bank.models import Question
from prep.editorial.page_diff import page_difference
from prep.editorial.question_diff import Detail, arrangement, audience, sources, whole, wording

_OTHER_KINDS = {
    "sources": "Source",
    "sections": "Heading",
    "fields": "Form",
    "terms": "Glossary",
    "notices": "Notice",
    "urgent": "Call at once",
    "help_now": "Someone to call",
    "agendas": "Open decision",
    "facts": "Deciding fact",
}


@dataclass(frozen=True, slots=True)
class Change:
    """A question, or another part of the bank, and all that changed about it."""

    id: str
    title: str
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Changes of one kind."""

    heading: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed between two versions of a bank; kinds without a change are left out."""

    old_version: str
    new_version: str
    groups: tuple[Group, ...]


def difference(old: Bank, new: Bank) -> Difference:
    """Return what changed from `old` to `new`."""
    before = {question.id: question for question in old.questions}
    after = {question.id: question for question in new.questions}
    both = [(before[id_], question) for id_, question in after.items() if id_ in before]

    def changed(details: Callable[[Question, Question], Iterator[Detail]]) -> Iterator[Change]:
        return (Change(now.id, now.text, tuple(details(was, now))) for was, now in both)

    found = {
        "Questions added": (_added(new, one) for one in new.questions if one.id not in before),
        "Questions removed": (_removed(old, one) for one in old.questions if one.id not in after),
        "Questions reworded": changed(wording),
        "Questions shown to more, fewer or other people": changed(lambda was, now: audience(old, new, was, now)),
        "Sources and signatures": changed(lambda was, now: sources(old, new, was, now)),
        "Questions moved up, down or to another heading": changed(lambda was, now: arrangement(old, new, was, now)),
        "Other parts of the bank": _elsewhere(old, new),
        "Who gets another page one": _pages(old, new),
    }
    groups = (Group(heading, _real(changes)) for heading, changes in found.items())
    return Difference(old.version, new.version, tuple(group for group in groups if group.changes))


def _pages(old: Bank, new: Bank) -> Iterator[Change]:
    """Yield how many people get another page, and each question that more or fewer of them find on it."""
    found = page_difference(old, new)
    if found.changed:
        said = f"{len(found.changed)} of {found.people} combinations of answers, such as {found.changed[0].label}"
        yield Change("pages", "Another page one", (Detail("Who", now=said),))
    for one in found.shifts:
        yield Change(one.id, one.text, (Detail("On page one of", str(one.before), f"{one.now} of {found.people}"),))


def _real(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(change for change in changes if change.details)


def _added(bank: Bank, question: Question) -> Change:
    details = tuple(Detail(what, now=said) for what, said in whole(bank, question).items())
    return Change(question.id, question.text, details)


def _removed(bank: Bank, question: Question) -> Change:
    details = tuple(Detail(what, before=said) for what, said in whole(bank, question).items())
    return Change(question.id, question.text, details)


def _elsewhere(old: Bank, new: Bank) -> Iterator[Change]:
    """Yield what changed in all parts of the bank but the questions."""
    for kind, title in _OTHER_KINDS.items():
        before = {entry.id: _texts(entry) for entry in getattr(old, kind)}
        after = {entry.id: _texts(entry) for entry in getattr(new, kind)}
        for id_ in {**before, **after}:
            yield Change(id_, title, tuple(_differing(before.get(id_, {}), after.get(id_, {}))))
    yield Change("trials", "Where to look for trials", tuple(_differing(_trials(old), _trials(new))))
    yield Change("pack", "Printed pack", tuple(_differing(_pack(old), _pack(new))))


def _trials(bank: Bank) -> Mapping[str, str]:
    return _texts(bank.trials) if bank.trials else {}


def _pack(bank: Bank) -> Mapping[str, str]:
    """Return for whom each part of the pack comes ticked."""
    return {part.value: "; ".join(_condition(condition)) for part, condition in bank.pack.items()}


def _condition(condition: AppliesTo) -> Iterator[str]:
    return (f"{field}: {', '.join(options)}" for field, options in condition.items())


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Detail]:
    for key in {**before, **after}:
        if before.get(key) != after.get(key):
            yield Detail(key, before.get(key, ""), after.get(key, ""))


def _texts(entry: BankModel) -> Mapping[str, str]:
    """Return what an entry says, by the key that an editor writes; each option of a field on its own."""
    said = {key: str(value) for key, value in entry.model_dump(mode="json").items() if value and key != "options"}
    if isinstance(entry, FormField):
        said |= {
            f"option {option.id}, {key}": value
            for option in entry.options
            for key, value in _texts(option).items()
            if key != "id"
        }
    return said
