"""The figures, each a function that walks anew and says what it found."""

from io import BytesIO

import pymupdf
from pypdf import PdfReader

from tests.fullness import fullness
from tests.walk import places
from tests.walk.walker import Walker

SPREAD = ("stage.metastatic", "concerns.side-effects")
EDITS = 20


def a_question_of_the_form(walker: Walker) -> str:
    walker.opens(places.START)
    ids = [screen.get_attribute("id") for screen in walker.page.locator(places.SCREEN).all()]
    if not ids:
        return f"{walker.height(walker.page.locator('form').first):.1f} in one"
    ends = {}
    for screen in ids:
        walker.opens(f"{places.START}#{screen}")
        ends[screen] = max(map(walker.bottom, walker.shown(places.LAST_TO_PRESS)))
    return ", ".join(f"{end:.1f} ({screen.removeprefix('ask-')})" for screen, end in ends.items())


def taps(walker: Walker) -> str:
    """Begin, answer each question on its screen, ask for the list, and get the PDF."""
    walker.opens(places.START)
    if walker.shown(places.BEGIN):
        walker.taps_on(walker.shown(places.BEGIN)[0])
    while walker.shown(places.NEXT):
        walker.taps_on(walker.shown(places.ANSWER)[:3][-1])  # the first says that there is no diagnosis yet
        walker.taps_on(walker.shown(places.NEXT)[0])
    walker.taps_on(walker.shown(places.SHOW)[-1])
    walker.page.locator(places.QUESTION).first.wait_for()
    to_list = walker.taps
    walker.goes_to_take()
    return f"{to_list}, then {walker.taps - to_list + 1}"


def options_for_spread_cancer(walker: Walker) -> str:
    walker.opens(places.WHOLE_FORM)
    walker.answers(places.EARLY)
    field = places.EARLY.split(".", maxsplit=1)[0]
    labels = walker.shown(f"form .option:not(:has([name={field}])) label")
    told = [label.inner_text().lower() for label in labels]
    return str(sum(any(word in text for word in places.SPREAD_WORDS) for text in told))


def controls(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    per_question = len(walker.shown(f":nth-match({places.QUESTION}, 2) :is({places.CONTROL})"))
    return f"{per_question} / {len(walker.shown(f'main :is({places.CONTROL})'))}"


def twelve_questions(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    end = walker.bottom(walker.page.locator(places.QUESTION).last)
    button = walker.bottom(walker.shown(places.TAKE)[0])
    return f"{end:.1f}, of {walker.height(walker.page.locator('main')):.1f} in all; main button {button:.1f} down"


def times_heard(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    spoken = walker.spoken()
    return str(max(sum(question in piece for piece in spoken) for question in walker.questions()))


def largest_fold(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    more = walker.page.locator(places.MORE).first
    more.evaluate("node => { node.open = true; }")
    folds = more.locator(places.MORE_FOLD).all() or [more]
    heights = []
    for fold in folds:
        fold.evaluate(
            "node => { for (let at = node; at; at = at.parentElement) if (at.matches('details')) at.open = true; }"
        )
        heights.append(walker.height(fold))
        fold.evaluate("node => { node.open = false; }")
    return f"{max(heights):.1f}, of {len(folds)}"


def history_after_edits(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    before = walker.page.evaluate("history.length")
    for _edit in range(EDITS):
        walker.page.locator(places.QUESTION).first.evaluate("node => { node.dataset.seen = 'yes'; }")
        walker.shown(places.STAR)[0].click()
        walker.page.locator(f"{places.QUESTION}[data-seen]").wait_for(state="detached")
        walker.page.locator(places.QUESTION).first.wait_for()
    return f"+ {walker.page.evaluate('history.length') - before}"


def sides(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    walker.goes_to_take()
    usual, everything = fullness(walker.takes_pdf()), fullness(walker.takes_pdf("everything"))
    return f"{len(usual)} / {len(everything)}, the emptiest {min(usual + everything):.0%} full"


def page_one(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    walker.goes_to_take()
    told = [f"{size}: {type_size(walker.takes_pdf(print_size=size)):.1f} pt" for size in ("standard", "large")]
    return ", ".join(told)


def type_size(pdf: bytes) -> float:
    """Return the size in which most of the first side is set."""
    letters: dict[float, int] = {}
    with pymupdf.open(stream=pdf) as document:
        for block in document[0].get_text("dict")["blocks"]:
            for span in (span for line in block.get("lines", ()) for span in line["spans"]):
                size = round(span["size"], 1)
                letters[size] = letters.get(size, 0) + len(span["text"])
    return max(letters, key=lambda size: letters[size])


def browser_print(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    return str(len(PdfReader(BytesIO(walker.page.pdf(format="Letter"))).pages))


def metastatic_in_an_early_pack(walker: Walker) -> str:
    walker.gets_the_list(places.EARLY)
    walker.goes_to_take()
    pages = PdfReader(BytesIO(walker.takes_pdf("everything"))).pages
    return str(sum(page.extract_text().lower().count("metastatic") for page in pages))


def keys_to_the_list(walker: Walker) -> str:
    """Tab through the whole form, choose an answer of each group of radio buttons, and press Enter on the last."""
    walker.opens(places.WHOLE_FORM)
    shown = "[...document.querySelectorAll('form [type=radio]')].filter((node) => node.checkVisibility())"
    names = f"[...new Set({shown}.map((node) => node.name))]"
    groups, keys = walker.page.evaluate(names), 0
    while groups and keys < 200:
        walker.page.keyboard.press("Tab")
        keys += 1
        focused = walker.page.evaluate("document.activeElement.name")
        if focused in groups:
            walker.page.keyboard.press("ArrowDown")
            keys += 1
            groups.remove(focused)
    walker.page.keyboard.press("Enter")
    walker.page.locator(places.QUESTION).first.wait_for()
    return str(keys + 1)


def first_visit(walker: Walker) -> str:
    devtools = walker.page.context.new_cdp_session(walker.page)
    devtools.send("Network.enable")
    sent: list[float] = []
    devtools.on("Network.loadingFinished", lambda told: sent.append(told["encodedDataLength"]))
    walker.opens(places.START)
    walker.page.wait_for_load_state("networkidle")
    return f"{sum(sent) / 1024:.1f} KB"


def back_from_the_list(walker: Walker) -> str:
    walker.gets_the_list(*SPREAD)
    walker.page.wait_for_load_state("load")
    walker.page.go_back(wait_until="commit")
    walker.page.wait_for_timeout(500)
    ticked = [f"[name={field}][value={option}]:checked" for field, option in (answer.split(".") for answer in SPREAD)]
    return f"{sum(not walker.page.locator(one).count() for one in ticked)} of {len(SPREAD)} lost"
