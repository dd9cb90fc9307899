"""A caller of the API, for the small bank and for the real one. PDFs are the drawn pages, to be compared."""

import json
from dataclasses import dataclass

import pytest
from werkzeug.test import TestResponse

from prep.app import create_app
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from tests.page import HEADERS

ROOT = "/api/v1"


@dataclass(frozen=True)
class Reply:
    """What the API replied."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def header(self):
        return self.response.headers

    @property
    def text(self) -> str:
        return self.response.get_data(as_text=True)

    @property
    def json(self):
        return json.loads(self.response.data)

    @property
    def wrong(self) -> dict[str, str]:
        """Return what is wrong with the body, by pointer."""
        assert self.status == 422, self.text
        return {error["pointer"]: error["detail"] for error in self.json["errors"]}


class Caller:
    """A program that calls the API, and checks every reply."""

    def __init__(self, app):
        self._client = app.test_client()

    def get(self, path, **options) -> Reply:
        return self.ask("GET", path, **options)

    def post(self, path, body, **options) -> Reply:
        return self.ask("POST", path, json=body, **options)

    def ask(self, method, path, **options) -> Reply:
        reply = Reply(self._client.open(ROOT + path, method=method, buffered=True, **options))
        assert set(reply.header.keys()) >= HEADERS
        assert "Set-Cookie" not in reply.header
        if method == "POST":
            assert reply.header["Cache-Control"] == "no-store"
        if reply.status >= 400:
            assert reply.header["Content-Type"] == "application/problem+json"
            assert reply.json["status"] == reply.status
        return reply


def drawn(html, paper, print_size) -> bytes:
    """Stand in for a PDF: everything that it would be made from."""
    return f"{paper.value} {print_size.value}\n{html}".encode()


@pytest.fixture(scope="session")
def served(bank, clinics):
    return create_app(Settings(), bank, clinics=clinics, pdf=DirectMaker(drawn))


@pytest.fixture(scope="session")
def served_small(small):
    return create_app(Settings(), small, pdf=DirectMaker(drawn))


@pytest.fixture
def caller(served) -> Caller:
    return Caller(served)


@pytest.fixture
def small_caller(served_small) -> Caller:
    return Caller(served_small)
