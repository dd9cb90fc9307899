"""Walks through the app and prints the table of figures: `make walk`."""

import logging
import threading

from playwright.sync_api import Error, sync_playwright
from werkzeug.serving import make_server

from prep.app import create_app
from prep.bank.loader import load
from prep.paths import QUESTIONS
from prep.settings import Settings
from tests.browser import CHROMIUM, SWITCHES
from tests.walk import figures
from tests.walk.walker import Walker

ROWS = [
    ("answers lost by Back from the list (Chromium; the others: tests/engines)", "0", figures.back_from_the_list),
    ("a question of the form, in screens", "≤ 1.2", figures.a_question_of_the_form),
    ("taps to the list with each question answered, then to the PDF", "", figures.taps),
    ("options for cancer that has spread, shown to stage 1 or 2", "0", figures.options_for_spread_cancer),
    ("controls per question / on the list", "2 / ≤ 40", figures.controls),
    ("12 questions, in screens", "≤ 3, main button on the first", figures.twelve_questions),
    ("a question’s text heard by a screen reader", "≤ 3 times", figures.times_heard),
    ("largest topic fold of “add more”, in screens", "≤ 4", figures.largest_fold),
    ("history entries after 20 changes", "+ 0", figures.history_after_edits),
    ("usual pack / everything, in sides", "2 / ≤ 5, none under 40 % full", figures.sides),
    ("type on page 1", "≥ 11.5 pt / 18 pt", figures.page_one),
    ("sides of the list printed from the browser", "1", figures.browser_print),
    ("“metastatic” in an early-stage pack", "0", figures.metastatic_in_an_early_pack),
    ("keys from form to list, on one page", "≤ 15", figures.keys_to_the_list),
    ("first visit, compressed", "≤ 40 KB", figures.first_visit),
]


def main() -> None:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, create_app(Settings(), load(QUESTIONS)), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("| | aim | now |\n|---|---|---|")  # noqa: T201
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=SWITCHES, ignore_default_args=["--disable-back-forward-cache"]
        )
        for what, aim, figure in ROWS:
            walker = Walker(browser, f"http://127.0.0.1:{server.port}")
            print(f"| {what} | {aim} | {measured(figure, walker)} |", flush=True)  # noqa: T201
            walker.ends()
        browser.close()
    server.shutdown()


def measured(figure, walker: Walker) -> str:
    """Return the figure; one that cannot be measured hides no other."""
    try:
        return figure(walker)
    except (AssertionError, IndexError, ValueError, Error) as error:
        return f"not measured: {str(error).splitlines()[0]}"


if __name__ == "__main__":
    main()
