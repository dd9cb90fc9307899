import pytest

from prep.app import create_app
from prep.pdf.errors import BusyError
from prep.pdf.pool import BUSY
from prep.settings import Settings
from tests.conftest import CheckedClient


def test_an_operator_can_ask_if_we_are_well(client):
    page = client.get("/healthz")
    assert (page.status, page.response.data) == (200, b"ok\n")


@pytest.fixture
def asked(small):
    """Return a function that asks a server whose PDFs are made by `render`."""
    return lambda render: CheckedClient(create_app(Settings(), small, render=render)).get("/readyz")


def test_an_operator_can_ask_if_we_can_make_a_pdf(asked):
    page = asked(lambda *_order: b"%PDF-1.7")
    assert (page.status, page.response.data) == (200, b"ok\n")


def test_an_operator_is_told_why_no_pdf_can_be_made(asked):
    def fail(*_order):
        raise BusyError(BUSY)

    page = asked(fail)
    assert (page.status, page.response.data) == (503, b"All renderers are busy, and the queue is full.\n")
