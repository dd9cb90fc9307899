"""What all tests share: the real bank, a small one, and a client that checks every page it gets."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from werkzeug.datastructures import MultiDict

from prep.app import create_app
from prep.bank.bank import Bank
from prep.bank.loader import load
from prep.clinics.loader import load as load_clinics
from prep.clinics.models import Clinic
from prep.paths import QUESTIONS
from prep.settings import Settings
from tests.browser import CHROMIUM, SWITCHES
from tests.page import Page

BANKS = Path(__file__).parent / "banks"
CLINICS = Path(__file__).parent / "clinics" / "clinics.yaml"


class CheckedClient:
    """Asks for pages and checks each one."""

    def __init__(self, app):
        self._client = app.test_client()

    def get(self, path, **options) -> Page:
        return self._checked(self._client.get(path, buffered=True, **options))

    def post(self, path, fields: dict | Iterable = (), **options) -> Page:
        return self._checked(self._client.post(path, data=MultiDict(fields), **options))

    def open(self, path, **options) -> Page:
        return self._checked(self._client.open(path, buffered=True, **options))

    def list_for(self, **answers) -> Page:
        """Fill in the form and send it."""
        return self.post("/en/checklist", answers)

    @staticmethod
    def _checked(response) -> Page:
        page = Page(response)
        page.check()
        return page


@pytest.fixture(scope="session", autouse=True)
def today_in_lists() -> Iterator[None]:
    """Lists of visits are of November 2026, whenever this runs."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("prep.batch.row_reader.today", lambda: date(2026, 11, 24))
        yield


@pytest.fixture(scope="session")
def bank() -> Bank:
    return load(QUESTIONS)


@pytest.fixture(scope="session")
def small() -> Bank:
    """A bank about something else altogether: the code knows no cancer."""
    return load(BANKS / "small.yaml")


@pytest.fixture(scope="session")
def visits() -> Bank:
    """A bank like the small one, with agendas and facts."""
    return load(BANKS / "visits.yaml")


@pytest.fixture(scope="session")
def clinics(bank) -> Mapping[str, Clinic]:
    """Riverside sets everything; Hill nothing but its name."""
    return load_clinics(CLINICS, bank, ["en"])


@pytest.fixture(scope="session")
def app(bank, clinics):
    return create_app(Settings(), bank, clinics=clinics)


@pytest.fixture
def client(app) -> CheckedClient:
    return CheckedClient(app)


@pytest.fixture(scope="session")
def playwright():
    """The one Playwright of a run: a second cannot start beside it."""
    from playwright.sync_api import sync_playwright  # most runs need none

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    # Playwright switches Back's cache off; people's browsers have it on
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=SWITCHES, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def pdf_text():
    """Return a function that reads a PDF's words back, spaces folded."""

    def read(content: bytes) -> str:
        pages = PdfReader(BytesIO(content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    return read
