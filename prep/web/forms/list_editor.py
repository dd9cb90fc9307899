"""Applies what a patient pressed and typed on the list page to their changes.

Whatever was typed is taken in with every button, so that nothing is lost. A text that cannot be used stays in the
form as it was typed, with a message.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest

from prep.bank.bank import Bank
from prep.checklist.changes import MAX_OWN, MAX_WORDS, Changes, is_own
from prep.checklist.layout import Arrangement, arrange, id_of, is_full, moved_down, moved_up
from prep.checklist.selection import Selection
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import tidy
from prep.web.forms import hidden_state
from prep.web.forms.focus import NEW, Focus, after

CHANGES = "list_changes"
"""The hidden field that holds the patient's changes."""

EARLIER = "list_earlier"
"""The hidden fields that hold what the changes were before, oldest first, to be undone."""

PRESSED = "list_do"
"""The buttons of the list, such as "star scan-frequency"."""

WORDS = "words_"
"""A field with a question's words: this and the question's id."""

PLACE = "list_place"
"""How far down the window the pressed button stood, in pixels, so that a script can put it there again."""

MAX_UNDO = 10

UNREADABLE = _("The changes to your list could not be read.")
TOO_LONG = _("This is too long. Please use at most 200 characters.")
TOO_MANY = _("You can add ten questions of your own. Remove one to make room.")
FULL = _("Three questions of your choice stand first already. Take one of them out to make room.")

SAID = {
    "star": _("This one now stands among your first three."),
    "unstar": _("It no longer stands first. It is still on your page."),
    "up": _("Moved up."),
    "down": _("Moved down."),
    "drop": _("Taken off your page: %(question)s"),
    "add": _("Added to your page: %(question)s"),
    "reword": _("Your words are on your page now."),
    "restore": _("Our words are back."),
    "write": _("Your question is on your page now."),
    "undo": _("Undone."),
}
"""What the page says once a button did its work."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that cannot be used yet, as it was typed."""

    text: str
    message: str


@dataclass(frozen=True, slots=True)
class EditResult:
    """What became of the list, and what to tell the patient."""

    changes: Changes
    earlier: tuple[Changes, ...]
    drafts: Mapping[str, Draft]
    """By question id, or `NEW`."""

    said: str
    question: str
    """The question whose button was pressed."""

    words: str
    """How that question reads; empty where there is none."""

    focus: Focus

    def remembered(self) -> Iterator[tuple[str, str]]:
        """Yield the hidden fields that remember the list and what it was before."""
        yield CHANGES, hidden_state.written(self.changes)
        yield from ((EARLIER, hidden_state.written(changes)) for changes in self.earlier)


def apply_edits(sent: MultiDict[str, str], bank: Bank, selection: Selection, translator: Translator) -> EditResult:
    """Return the patient's list as it is after what they typed and pressed.

    Raises:
        BadRequest: the hidden fields are damaged, or the button is none of ours.
    """
    before = _before(sent, bank)
    now, earlier = before[-1], before[:-1]
    standard = _standard(bank, translator)
    typed, drafts = _typed(sent, now, standard)
    did, _space, question = sent.get(PRESSED, "").partition(" ")
    if did and did not in SAID:
        raise BadRequest(UNREADABLE)
    if did in {"drop", "restore"}:
        drafts = {id_: draft for id_, draft in drafts.items() if id_ != question}
    page = arrange(bank.sections, selection, typed)
    if did == "undo":
        undone, earlier = _undone(now, earlier)
        changes, drafts = _typed(_just_typed(sent, now, standard), undone, standard)
    else:
        changes = _done(did, question, typed, page)
        earlier = (*earlier, now)[-MAX_UNDO:] if changes != now else earlier
    focus = after(did, question, page, arrange(bank.sections, selection, changes)) if did else Focus()
    said = FULL if did == "star" and changes == typed else SAID.get(did, "") if changes != now else ""
    if did == "reword" and said and not tidy(sent.get(WORDS + question, "")):
        said = SAID["drop" if is_own(question) else "restore"]
    words = _words(question, typed, standard) or _words(question, now, standard)
    return EditResult(changes, earlier, drafts, said, question, words, focus)


def _just_typed(sent: MultiDict[str, str], now: Changes, standard: Callable[[str], str]) -> MultiDict[str, str]:
    """Return the texts that read otherwise than when the page was drawn: undoing a step must not lose them."""
    texts = [(name, text) for name, text in sent.items() if name.startswith(WORDS)]
    return MultiDict(
        (name, text) for name, text in texts if tidy(text) != _words(name.removeprefix(WORDS), now, standard)
    )


def _before(sent: MultiDict[str, str], bank: Bank) -> tuple[Changes, ...]:
    """Return all states that the page remembers; the last one is how the list was when it was drawn."""
    known = {question.id for question in bank.questions}
    try:
        earlier = [hidden_state.read(text, known) for text in sent.getlist(EARLIER)[-MAX_UNDO:]]
        now = hidden_state.read(sent[CHANGES], known) if CHANGES in sent else Changes()
    except hidden_state.UnreadableChangesError as error:
        raise BadRequest(UNREADABLE) from error
    return (*earlier, now)


def _standard(bank: Bank, translator: Translator) -> Callable[[str], str]:
    texts = {question.id: question.text for question in bank.questions}
    return lambda question: tidy(translator.text(texts[question], question)) if question in texts else ""


def _words(question: str, changes: Changes, standard: Callable[[str], str]) -> str:
    own = {one.id: one.text for one in changes.own}
    return own.get(question) or changes.wording.get(question) or standard(question)


def _undone(now: Changes, earlier: tuple[Changes, ...]) -> tuple[Changes, tuple[Changes, ...]]:
    return (earlier[-1], earlier[:-1]) if earlier else (now, ())


def _typed(
    sent: MultiDict[str, str], changes: Changes, standard: Callable[[str], str]
) -> tuple[Changes, Mapping[str, Draft]]:
    """Take in every text that was typed; those that cannot be used are returned as drafts."""
    drafts = {}
    for name in (name for name in sent if name.startswith(WORDS)):
        question, words = name.removeprefix(WORDS), tidy(sent[name])
        if question != NEW and not _words(question, changes, standard):
            continue  # no question of ours or theirs
        if len(words) > MAX_WORDS:
            drafts[question] = Draft(sent[name], TOO_LONG)
        elif question == NEW and words and len(changes.own) >= MAX_OWN:
            drafts[question] = Draft(sent[name], TOO_MANY)
        else:
            changes = _said(changes, question, words, standard)
    return changes, drafts


def _said(changes: Changes, question: str, words: str, standard: Callable[[str], str]) -> Changes:
    """Take in the words for one question; none at all bring ours back, or remove a question of the patient's own."""
    if question == NEW:
        return changes.write(words) if words else changes
    if is_own(question):
        return changes.reword(question, words) if words else changes.drop(question)
    if not words or words == standard(question):
        return changes.restore_words(question)
    return changes.reword(question, words) if standard(question) else changes


def _done(did: str, question: str, changes: Changes, page: Arrangement) -> Changes:
    """Do what the button says; one whose question is not where it was, as on a page gone stale, does nothing."""
    if did in _ON_PAGE:
        return _ON_PAGE[did](page, changes, question) if question in map(id_of, page.page) else changes
    if did == "add" and question in map(id_of, page.more):
        return changes.add(question)
    return changes.restore_words(question) if did == "restore" else changes


def _starred(page: Arrangement, changes: Changes, question: str) -> Changes:
    return changes if is_full(page, changes) else changes.star(question)


_ON_PAGE: Mapping[str, Callable[[Arrangement, Changes, str], Changes]] = {
    "star": _starred,
    "unstar": lambda _page, changes, question: changes.unstar(question),
    "up": moved_up,
    "down": moved_down,
    "drop": lambda _page, changes, question: changes.drop(question),
}
