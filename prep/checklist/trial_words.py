"""Finds the words that search clinical trials for a person, in the language of the place that takes them."""

from collections.abc import Iterator

from prep.bank.bank import Bank
from prep.checklist.answers import Answers
from prep.checklist.matching import Matcher


def trial_words(bank: Bank, answers: Answers, told: Matcher) -> Iterator[str]:
    """Yield a phrase's words where all that it means holds, and the words of every answer that is in no such phrase."""
    said = [phrase for phrase in bank.phrases if phrase.search and told.fits(phrase.means)]
    covered = {(field, option) for phrase in said for field, options in phrase.means.items() for option in options}
    yield from (phrase.search for phrase in said if phrase.search)
    for field in bank.fields:
        for option in field.options:
            if option.search and option.id in answers.to(field.id) and (field.id, option.id) not in covered:
                yield option.search
