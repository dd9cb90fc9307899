"""Compares one question in two banks: its words, who sees it, its sources and its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.model_types import CONCERNS, AppliesTo
from prep.bank.models import Citation, Question
from prep.editorial.audience import answered, kept_from, requirements

EVERYONE = "Everyone"


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that changed: how it was and how it is. Either may be missing."""

    what: str
    before: str = ""
    now: str = ""


def wording(was: Question, now: Question) -> Iterator[Detail]:
    """Yield what reads differently."""
    yield from _if_changed("Question", was.text, now.text)
    yield from _if_changed("Why", was.why, now.why)
    yield from _if_changed("Other words for some", _other_words(was), _other_words(now))


def audience(old: Bank, new: Bank, was: Question, now: Question) -> Iterator[Detail]:
    """Yield whether more, fewer or other people get it, and which."""
    if _covers(was, now) and _covers(now, was):
        return
    yield Detail(_direction(was, now), who(old, was), who(new, now))
    for field in {**was.applies_to, **now.applies_to}:
        yield from _gained_and_lost(old, new, field, was.applies_to.get(field), now.applies_to.get(field))
    for field in {**was.not_for, **now.not_for}:
        yield from _gained_and_lost(old, new, field, now.not_for.get(field, ()), was.not_for.get(field, ()))


def sources(old: Bank, new: Bank, was: Question, now: Question) -> Iterator[Detail]:
    """Yield the sources that came and went, the day they were checked, and the signature."""
    for citation in was.sources:
        if citation not in now.sources:
            yield Detail("No longer from", before=cited(old, citation))
    for citation in now.sources:
        if citation not in was.sources:
            yield Detail("Now from", now=cited(new, citation))
    yield from _if_changed("Sources checked on", str(was.source_checked), str(now.source_checked))
    yield from _if_changed("Signed by", _signature(was), _signature(now))


def arrangement(old: Bank, new: Bank, was: Question, now: Question) -> Iterator[Detail]:
    """Yield what moves it on the list and hides it from nobody."""
    yield from _if_changed("Heading", _heading(old, was), _heading(new, now))
    if _as_sets(was.especially_for) != _as_sets(now.especially_for):
        yield Detail("Moved up for", _raised(old, was), _raised(new, now))
    if set(was.concerns) != set(now.concerns):
        yield Detail("Brought up by", _concerns(old, was), _concerns(new, now))
    yield from _if_changed("Editor’s weight", str(was.priority), str(now.priority))
    yield from _if_changed("Off page one until asked for", _yes_no(was.sensitive), _yes_no(now.sensitive))


def whole(bank: Bank, question: Question) -> Mapping[str, str]:
    """Return all that a reviewer must judge of a question, by what it is."""
    return {
        "Why": question.why,
        "Who sees it": who(bank, question),
        "Sources": "; ".join(cited(bank, citation) for citation in question.sources),
    }


def in_words(bank: Bank, condition: AppliesTo) -> str:
    """Return who meets the condition, in the labels that people see."""
    return "; and ".join(str(one) for one in requirements(bank, condition)) or EVERYONE


def who(bank: Bank, question: Question) -> str:
    """Return who finds the question, and who does not, in the labels that people see."""
    hidden = "; nor ".join(str(one) for one in kept_from(bank, question.not_for))
    return in_words(bank, question.applies_to) + (f"; but not {hidden}" if hidden else "")


def cited(bank: Bank, citation: Citation) -> str:
    """Return a source by its name, and the place in it."""
    source = next(source for source in bank.sources if source.id == citation.id)
    return f"{source.publisher}: {source.title} ({citation.at})"


def _gained_and_lost(
    old: Bank, new: Bank, field: str, was: Sequence[str] | None, now: Sequence[str] | None
) -> Iterator[Detail]:
    """Yield the answers to one field that now bring the question, and those that no longer do."""
    if was is None or now is None:
        bank, bound = (new, now) if was is None else (old, was)
        rest = [option.id for option in bank.field(field).options if option.id not in (bound or ())]
        was, now = (bound, [*(bound or ()), *rest]) if now is None else ([*now, *rest], now)
    if gained := set(now or ()) - set(was or ()):
        yield Detail("Now also shown to", now=str(answered(new, field, gained)))
    if lost := set(was or ()) - set(now or ()):
        yield Detail("No longer shown to", before=str(answered(old, field, lost)))


def _direction(was: Question, now: Question) -> str:
    if _covers(now, was):
        return "Shown to more people"
    return "Shown to fewer people" if _covers(was, now) else "Shown to other people"


def _covers(wide: Question, narrow: Question) -> bool:
    """Return whether all who find `narrow` also find `wide`."""
    return all(
        field in narrow.applies_to and set(narrow.applies_to[field]) <= set(options)
        for field, options in wide.applies_to.items()
    ) and all(set(options) <= set(narrow.not_for.get(field, ())) for field, options in wide.not_for.items())


def _other_words(question: Question) -> str:
    """Return how it reads for people of whom more is known."""
    return " / ".join(" ".join(filter(None, (one.text, one.why))) for one in question.instead)


def _as_sets(condition: AppliesTo) -> Mapping[str, frozenset[str]]:
    return {field: frozenset(options) for field, options in condition.items()}


def _if_changed(what: str, before: str, now: str) -> Iterator[Detail]:
    if before != now:
        yield Detail(what, before, now)


def _signature(question: Question) -> str:
    return f"{question.reviewed_by} on {question.reviewed_on}" if question.is_reviewed else "nobody"


def _heading(bank: Bank, question: Question) -> str:
    return next(section.title for section in bank.sections if section.id == question.section)


def _raised(bank: Bank, question: Question) -> str:
    return in_words(bank, question.especially_for) if question.especially_for else "nobody"


def _concerns(bank: Bank, question: Question) -> str:
    return str(answered(bank, CONCERNS, question.concerns)) if question.concerns else "no concern"


def _yes_no(value: object) -> str:
    return "yes" if value else "no"
