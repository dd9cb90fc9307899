"""Renews the pictures in .github/screenshots: `make screenshots`. They are looked at, not compared."""

import logging
import subprocess
import tempfile
import threading
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from prep.app import create_app
from prep.bank.loader import load
from prep.batch.cover_sheet import Listed, covers
from prep.checklist.pack import Paper, PrintSize
from prep.paths import QUESTIONS
from prep.pdf.worker import render_here
from prep.settings import Settings
from tests.browser import CHROMIUM, SWITCHES
from tests.export.test_two_languages import two_languages
from tests.paper import ENGLISH, LATER, checklist
from tests.stories.conftest import Person

FOLDER = Path(__file__).parents[1] / ".github" / "screenshots"
SCREENS = [(320, "light"), (390, "dark"), (768, "light"), (1280, "light")]
HEIGHT = 900
TALLEST = 4000
"""Pixels: the rest of a long page looks like what is above it."""

COLOURS = 256
DOTS_PER_INCH = 50


def main() -> None:
    """Walk the steps on each screen, and draw the pack."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    server = make_server(
        "127.0.0.1", 0, create_app(Settings(base_url="https://prep.example.org"), load(QUESTIONS)), threaded=True
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        for width, scheme in SCREENS:
            walk(browser, f"http://127.0.0.1:{server.port}", width, scheme)
        browser.close()
    server.shutdown()
    keep_two_languages()
    keep_pile()


def walk(browser: Browser, site: str, width: int, scheme: str) -> None:
    """Take a picture of every step, and on the widest screen the pack as well."""
    page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
    person = Person(page, site, has_scripts=True)

    def picture(step: str) -> None:
        keep(page.screenshot(full_page=True), f"{width}-{scheme}-{step}")

    person.opens("/en/")
    picture("1-start")
    person.opens()
    picture("1-form")
    person.ticks(
        "Stage 4 (IV): metastatic",
        "Yes: ER-positive or PR-positive",
        "HER2-negative",
        "Side effects",
        "Clinical trials",
    )
    person.ticks("A treatment for cancer that has spread stopped working")
    person.presses("Show my questions")
    picture("2-list")
    person.does("Ask first", person.on_page()[6])
    person.rewords(person.on_page()[4], "What would you do if you were me?")
    person.writes("Can I go to my sister’s wedding in June?")
    person.does("Take off", person.on_page()[8])
    picture("3-made-ones-own")
    if width == SCREENS[-1][0]:
        keep_sides(page.pdf(format="Letter"), "from-the-browser")
    person.takes_it_along()
    picture("4-take")
    if width == SCREENS[-1][0]:
        page.get_by_label("Everything: up to 5 sides").check()
        person.unfolds("Large print")
        for size in ("Standard", "Large"):
            page.get_by_label(size, exact=True).check()
            keep_sides(person.downloads("Get it as a PDF")[1], f"pack-{size.lower()}")
        page.get_by_label("Keep my answers in the PDF").check()
        saved = person.downloads("Get it as a PDF")[1]
    person.opens("/en/earlier")
    picture("5-earlier")
    if width == SCREENS[-1][0]:
        page.get_by_label("Your PDF from last time").set_input_files(
            {"name": "list.pdf", "mimeType": "application/pdf", "buffer": saved}
        )
        person.presses("Open my list")
        picture("6-found")
    page.close()


def keep(png: bytes, name: str) -> None:
    """Save a picture with few colours, which makes it much smaller."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))
    picture.quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def keep_two_languages() -> None:
    """Save the page as it is with a made-up second language."""
    keep_sides(two_languages(checklist(load(QUESTIONS), LATER)), "two-languages")


def keep_pile() -> None:
    """Save the cover of a pile of three people, one of whom was left out."""
    listed = [Listed(2, "Ann Lee", 2), Listed(3, "Bo Quist", 2, ("stage", "treatment")), Listed(4, "", 0, ("stage",))]
    (cover,) = covers(listed, ENGLISH)
    keep_sides(render_here(cover, Paper.LETTER, PrintSize.STANDARD), "cover-of-a-pile")


def keep_sides(pdf: bytes, name: str) -> None:
    """Save the sides of a PDF beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pack.pdf").write_bytes(pdf)
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "pack.pdf", "page"]
        subprocess.run(command, cwd=folder, check=True)
        pages = [Image.open(path).convert("RGB") for path in sorted(Path(folder).glob("page*.png"))]
    width, height = pages[0].width + 12, pages[0].height + 12
    rows = -(-len(pages) // 4)
    sheet = Image.new("RGB", (min(4, len(pages)) * width, rows * height), "#8a8f90")
    for place, one in enumerate(pages):
        sheet.paste(one, (place % 4 * width, place // 4 * height))
    sheet.quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
