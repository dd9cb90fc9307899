"""Checks of how a question is put, so that it can be said in one breath and leaves the answer open."""

from collections.abc import Iterator

from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.phrase_patterns import leading, passive_advice, second_question
from prep.editorial.lint.reading_grade import measure
from prep.editorial.lint.word_patterns import words

MAX_WORDS = 25
MAX_WORDS_OF_A_CALL = 40
MAX_GRADE = 8


def too_long(inspected: LintContext) -> Iterator[Finding]:
    """A question can be said in one breath.

    Bad: Could you please tell me, in as much detail as … (and so on for 30 words)?
    Good: What side effects should I expect?
    """
    for place, question in inspected.questions:
        count = len(words(question.text))
        if count > MAX_WORDS:
            yield (*place, "text"), f"{count} words; at most {MAX_WORDS} can be said in one breath"


def long_call(inspected: LintContext) -> Iterator[Finding]:
    """What tells people to call is read in a fright: it is short.

    Bad: a line of 60 words with every sign that a leaflet names
    Good: a line of at most 40 words with the signs that matter most
    """
    for index, urgent in enumerate(inspected.bank.urgent):
        count = len(words(urgent.text))
        if count > MAX_WORDS_OF_A_CALL:
            yield ("urgent", index, "text"), f"{count} words; at most {MAX_WORDS_OF_A_CALL} are read in a fright"


def no_question_mark(inspected: LintContext) -> Iterator[Finding]:
    """A question asks.

    Bad: Tell me about scans.
    Good: How often will I have scans?
    """
    for place, question in inspected.questions:
        if not question.text.endswith("?"):
            yield (*place, "text"), "does not end with a question mark"


def reading_grade(inspected: LintContext) -> Iterator[Finding]:
    """Most people can read it with ease: school grade 8 at most. Words that `terms` explain do not count.

    Bad: Could alternative accommodations facilitate my participation in physical activities?
    Good: How can I stay active?
    """
    explained = [term.pattern() for term in inspected.bank.terms]
    for place, question in inspected.questions:
        grade = measure(question.text, explained).grade
        if grade > MAX_GRADE:
            yield (*place, "text"), f"reads at grade {grade:.1f}; use shorter words, so that it is at most {MAX_GRADE}"


def leading_question(inspected: LintContext) -> Iterator[Finding]:
    """A question does not hint at its answer.

    Bad: Shouldn’t I have a scan every month?
    Good: How often will I have scans?
    """
    for place, question in inspected.questions:
        said = leading(question.text)
        if said:
            yield (*place, "text"), f"{said!r} hints at the answer; ask openly"


def double_barrelled(inspected: LintContext) -> Iterator[Finding]:
    """A question asks for one thing, so that both answers are not left to chance. “… and why?” belongs to the first.

    Bad: How long will I take this medicine, and what does it cost?
    Good: How long will I take this medicine?
    """
    for place, question in inspected.questions:
        said = second_question(question.text)
        if said:
            yield (*place, "text"), f"asks a second thing from {said!r} on; ask one, or make two questions"


def passive_voice(inspected: LintContext) -> Iterator[Finding]:
    """Advice names who gives it: no “it is recommended” or “should be taken” out of nowhere.

    Bad: Which tests are recommended for me?
    Good: Which tests do you suggest for me?
    """
    for place, text in inspected.spoken:
        said = passive_advice(text)
        if said:
            yield place, f"{said!r} is advice from nobody; say who advises or does it"
