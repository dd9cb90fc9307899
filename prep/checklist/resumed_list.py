"""Compares a saved list with today's bank: what still holds goes on, and what does not is told, with its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from prep.bank.bank import Bank
from prep.bank.translation import Translates
from prep.checklist.answers import Answers, Visit
from prep.checklist.changes import Changes, settled
from prep.checklist.checklist import Checklist
from prep.checklist.former_answers import current_answers
from prep.checklist.pipeline import prepare
from prep.checklist.saved_list import SavedList
from prep.text import tidy


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """A question as a page holds it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class LostAnswer:
    """An answer that the form does not ask for any more."""

    field: str
    """What was asked, in today's words where there are any."""

    option: str


@dataclass(frozen=True, slots=True)
class ResumedList:
    """A saved list as it can be gone on from today."""

    answers: Answers
    changes: Changes
    today: Checklist
    """The list that today's bank makes of it."""

    page: tuple[PageQuestion, ...]
    """What stood on the page and can be asked today, too."""

    gone: tuple[PageQuestion, ...]
    """What stood on the page, and is offered nowhere any more."""

    beside: tuple[PageQuestion, ...]
    """What stood on the page, and is now offered beside it."""

    new: tuple[PageQuestion, ...]
    """What is on the page today, and was not."""

    lost: tuple[LostAnswer, ...]
    is_confirmed: bool
    """The person said already that answers which seldom go together are right, and the bank asks as it did then."""

    @property
    def visit(self) -> Visit:
        """Who asks, and what is printed on top of the page."""
        return self.today.visit


def resume(bank: Bank, saved: SavedList, translator: Translates) -> ResumedList:
    """Return the list as today's `bank` has it."""
    given = saved.chosen()
    answers = _asked(bank, current_answers(bank, _known(bank, given)))
    changes = settled(saved.changes, bank.question_ids)
    today = prepare(bank, answers, saved.visit.visit(), translator, changes)
    now = tuple(PageQuestion(line.id, line.text) for line in today.page_one)
    before = _page(saved) or now
    on_page = {question.id for question in now}
    offered = {line.id for line in (*today.questions, *today.remaining)}
    stood = {question.id for question in before}
    return ResumedList(
        answers=answers,
        changes=changes,
        today=today,
        page=tuple(question for question in before if question.id in offered),
        gone=tuple(question for question in before if question.id not in offered),
        beside=tuple(question for question in before if question.id in offered - on_page),
        new=tuple(question for question in now if question.id not in stood),
        lost=tuple(_lost(bank, given, translator)),
        is_confirmed=saved.as_is and saved.bank == bank.version,
    )


def _page(saved: SavedList) -> tuple[PageQuestion, ...]:
    """Return the page as it stood; a question that a file names twice is one."""
    return tuple({one.id: PageQuestion(one.id, tidy(one.text)) for one in saved.page}.values())


def _known(bank: Bank, given: Answers) -> Answers:
    options = {field.id: {option.id for option in field.options} for field in bank.accepted_fields}
    return Answers.of({field: chosen & options.get(field, set()) for field, chosen in given.by_field.items()})


def _asked(bank: Bank, answers: Answers) -> Answers:
    """Return the answers in fields that the form asks for: one that gathers others stands for the first of them."""
    chosen = {field: set(options) for field, options in answers.by_field.items()}
    for field in bank.fields:
        if field.gathers and field.id in chosen:
            chosen.setdefault(field.gathers[0], set()).update(chosen.pop(field.id))
    return Answers.of(chosen)


def _lost(bank: Bank, given: Answers, translator: Translates) -> Iterator[LostAnswer]:
    fields = {field.id: field for field in bank.accepted_fields}
    known = _known(bank, given)
    for id_, chosen in given.by_field.items():
        label = translator.text(fields[id_].label, f"{id_}.label") if id_ in fields else _as_words(id_)
        yield from (LostAnswer(label, _as_words(option)) for option in sorted(chosen - known.to(id_)))


def _as_words(id_: str) -> str:
    return tidy(id_).replace("-", " ")
