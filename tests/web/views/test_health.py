import pytest

from prep.app import create_app
from prep.pdf.errors import BusyError
from prep.pdf.pool import BUSY
from prep.settings import Settings
from tests.conftest import CheckedClient


def test_an_operator_can_ask_if_we_are_well(client):
    page = client.get("/healthz")
    assert (page.status, page.response.data) == (200, b"ok\n")


class Maker:
    """Tells its state when it is asked, and never makes a PDF."""

    def __init__(self, error=None):
        self._error = error

    def check(self):
        if self._error:
            raise self._error


@pytest.fixture
def asked(small):
    return lambda maker: CheckedClient(create_app(Settings(), small, pdf=maker)).get("/readyz")


def test_an_operator_can_ask_if_we_can_make_a_pdf(asked):
    page = asked(Maker())
    assert (page.status, page.response.data) == (200, b"ok\n")


def test_an_operator_is_told_why_no_pdf_can_be_made(asked):
    page = asked(Maker(BusyError(BUSY)))
    assert (page.status, page.response.data) == (503, b"All renderers are busy, and the queue is full.\n")
