"""Whatever is typed, its PDF does not take much longer: every field filled with what once did."""

from collections.abc import Iterator

from prep.checklist.answers import MAX_TEXT, Visit
from prep.checklist.changes import MAX_OWN, MAX_WORDS, Changes, OwnQuestion
from prep.text import tidy
from tests.bench import people
from tests.bench.figures import Row, in_turn
from tests.bench.renders import renders
from tests.paper import LATER, checklist

ROUNDS = 5
TEXTS = {
    "long questions": "How long will it take for me to feel well? ",
    "short words": "a b ",
    "one word": "x",
    "no letters but spaces": "x" + " " * 999,
    "the same emoji": "😀",
    "200 emoji": "".join(chr(0x1F300 + number) for number in range(200)),
    "joined emoji": "👩\u200d👩\u200d👧\u200d👦",
    "flags": "🇩🇪🇫🇷",
    "toned emoji": "👍🏽",
    "200 Chinese characters": "".join(chr(0x4E00 + 7 * number) for number in range(200)),
    "Arabic": "مرحبا كيف الحال ",
    "Hebrew and Latin": "שלום hello ",
    "Thai": "สวัสดีครับ",
    "Devanagari": "नमस्ते ",
    "marks over marks": "a\u0300\u0301\u0302\u0303",
    "joiners": "a\u200d",
    "markup": "<b>&amp;",
}


def rows() -> Iterator[Row]:
    with renders() as ours:
        taken = {}
        usual = people.drawn()
        for name, text in TEXTS.items():
            full = drawn(text)
            both = in_turn(ROUNDS, full=lambda full=full: ours.cpu_ms(full), usual=lambda: ours.cpu_ms(usual))
            taken[name] = both["full"].ratio(both["usual"])
    worst = max(taken, key=lambda name: taken[name].median)
    yield Row(f"every field full: the worst of {len(TEXTS)} texts ({worst})", f"{taken[worst]:×}", "at most 3 ×")


def drawn(text: str) -> str:
    """Return the pack with this text, over and over, in every place where people type."""
    typed = tidy(text * MAX_WORDS)[:MAX_WORDS]
    own = tuple(OwnQuestion(f"own_{number}", typed) for number in range(1, MAX_OWN + 1))
    wording = {line.id: typed for line in people.LIST.page_one}
    visit = Visit(typed[:MAX_TEXT], people.LIST.visit.day, typed[:MAX_TEXT])
    return people.drawn(of=checklist(people.BANK, LATER, visit, Changes(own=own, wording=wording)))
