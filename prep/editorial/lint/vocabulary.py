"""Checks of single words: medical ones are explained, none promises, and none takes a country for granted."""

from collections.abc import Iterator

from prep.bank.model_types import REGION, AppliesTo
from prep.bank.vocabulary import all_words, spoken
from prep.editorial.lint.context import Finding, LintContext
from prep.editorial.lint.phrase_patterns import absolutes, of_one_country
from prep.editorial.lint.word_patterns import unexplained
from prep.text import letters_and_digits


def unexplained_term(inspected: LintContext) -> Iterator[Finding]:
    """Each medical word has a plain sentence in `terms`.

    Bad: "Do I need an oophorectomy?" where no term explains it
    Good: the same, with a term for it
    """
    explained = [term.pattern() for term in inspected.bank.terms]
    for place, question in inspected.questions:
        for key, text in (("text", question.text), ("why", question.why)):
            for word in unexplained(text, explained):
                yield (*place, key), f"{word!r} looks like a medical word; explain it in `terms`"


def unused_term(inspected: LintContext) -> Iterator[Finding]:
    """Each term explains a word that a person meets.

    Bad: a term that no question and no field uses
    Good: a term that one of them uses
    """
    kinds = {"fields", "questions"}
    texts = "\n".join(text for place, text in inspected.everything_read if place[0] in kinds)
    for index, term in enumerate(inspected.bank.terms):
        if not term.pattern().search(texts):
            yield ("terms", index, "term"), "no question and no field uses this term"


def ambiguous_word(inspected: LintContext) -> Iterator[Finding]:
    """No word by which answers are called means two things; fields that offer the same options share their words.

    Bad: `words: [G3]` at grade 3, and at an option of another field
    Good: `words: [grade 3, G3]` at grade 3 alone
    """
    meanings: dict[str, AppliesTo] = {}
    for place, said, means in all_words(inspected.bank):
        first = meanings.setdefault(spoken(said), means)
        if first != means:
            yield place, f"{said!r} means {_in_ids(first)} elsewhere; a word means one thing"
    others = inspected.bank.other_illness
    for key, words in (("words", others.words), ("not_cancer", others.not_cancer)):
        for index, said in enumerate(words):
            if meant := meanings.get(spoken(said)):
                yield ("other_illness", key, index), f"{said!r} means {_in_ids(meant)} elsewhere, and no other illness"


def ambiguous_heading(inspected: LintContext) -> Iterator[Finding]:
    """No heading of a list names a whole and a part, two parts, or a field that has another name itself.

    Bad: `columns: [ER]` at a field whose `parts` name ER, too
    Good: `columns: [ER/PR]`, and ER in its `parts` alone
    """
    named = {letters_and_digits(field.id): field.id for field in inspected.bank.fields}
    wholes = {letters_and_digits(heading) for field in inspected.bank.fields for heading in field.columns}
    parts: dict[str, str] = {}
    for index, field in enumerate(inspected.bank.fields):
        for part, headings in field.parts.items():
            for place, heading in enumerate(headings):
                plain = letters_and_digits(heading)
                if plain in wholes or plain in named or parts.setdefault(plain, part) != part:
                    yield ("fields", index, "parts", part, place), f"{heading!r} names something else, too"


def _in_ids(means: AppliesTo) -> str:
    return " and ".join(f"{field} {option!r}" for field, options in means.items() for option in options) or "nothing"


def absolute_word(inspected: LintContext) -> Iterator[Finding]:
    """Nothing is promised: no “always”, “never”, “best” or “completely”, and no cure.

    Bad: Which treatment is best for me?
    Good: Which treatment do you suggest for me?
    """
    for place, text in inspected.spoken:
        for said in absolutes(text):
            yield place, f"{said!r} promises too much; care differs from person to person"


def one_country(inspected: LintContext) -> Iterator[Finding]:
    """What means something in one country only is shown to those who get care there.

    Bad: "Will Medicare pay for it?" for everyone
    Good: the same with `applies_to: {region: [united-states]}`, or "Who could help me pay for it?" for everyone
    """
    keys = ("text", "why")
    said = [((*place, key), one.applies_to, getattr(one, key, "")) for place, one in inspected.sourced for key in keys]
    said += [(("notices", at, "text"), one.applies_to, one.text) for at, one in enumerate(inspected.bank.notices)]
    for place, condition, text in said:
        country = of_one_country(text)
        if country and REGION not in condition:
            yield place, f"{country!r} holds in one country only; name it under {REGION!r} in `applies_to`"
