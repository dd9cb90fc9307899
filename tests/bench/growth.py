"""What happens when the bank grows, and how long it takes to search."""

from collections.abc import Iterator

from prep.bank.bank import Bank
from prep.checklist.answers import Answers
from prep.checklist.search import SearchIndex
from prep.checklist.selection import select
from prep.i18n import Translator
from tests.bench.figures import Row, cpu_ms, in_turn
from tests.bench.people import BANK
from tests.paper import LATER

ROUNDS = 15
LARGE = 10_000
SEARCHES = ("nausea", "what can I do about hair loss from chemotherapy", "palbociclb", "xyzzyx")
INDEX = SearchIndex(BANK, Translator("en"), "en")


def rows() -> Iterator[Row]:
    ten_times, large = grown(10 * len(BANK.questions)), grown(LARGE)
    taken = in_turn(ROUNDS, now=selecting(BANK), ten=selecting(ten_times), large=selecting(large))
    yield Row(f"picking from {len(BANK.questions)} questions", f"{taken['now']:ms}")
    yield Row("from ten times as many", f"{taken['ten'].ratio(taken['now']):×}", "at most 11 ×")
    yield Row(f"from {LARGE:,}", f"{taken['large']:ms}", "under 50 ms")
    searched = in_turn(ROUNDS, **{f"search{place}": searching(words) for place, words in enumerate(SEARCHES)})
    slowest = max(searched.values(), key=lambda spread: spread.at(0.5))
    yield Row(f"the slowest of {len(SEARCHES)} searches", f"{slowest:ms}")


def grown(count: int) -> Bank:
    """Return the bank with its questions again and again, under other ids."""
    questions = BANK.questions
    copies = (
        questions[number % len(questions)].model_copy(
            update={"id": f"{questions[number % len(questions)].id}-{number // len(questions)}"}
        )
        for number in range(count)
    )
    return BANK.model_copy(update={"questions": tuple(copies)})


def searching(words: str):
    return lambda: cpu_ms(lambda: INDEX.find(words, {}))


def selecting(bank: Bank):
    return lambda: cpu_ms(lambda: select(bank, Answers.of(LATER)))
