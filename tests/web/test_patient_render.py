"""A list of visits waits for its turn, and is told to give up only after a very long while."""

import pytest

from prep.app import create_app
from prep.checklist.pack import Paper, PrintSize
from prep.pdf.errors import BusyError, OverrunError
from prep.pdf.maker import DirectMaker
from prep.settings import Settings
from prep.web import patient_render


@pytest.fixture
def render(small, monkeypatch):
    """Render as often as it takes, with a renderer that fails in these ways first."""
    monkeypatch.setattr("time.sleep", lambda _seconds: None)

    def render(*failures) -> bytes:
        left = list(failures)

        def once(*_order) -> bytes:
            if left:
                raise left.pop(0)
            return b"%PDF"

        with create_app(Settings(), small, pdf=DirectMaker(once)).test_request_context("/en/batch"):
            return patient_render.patient_render()("", Paper.LETTER, PrintSize.STANDARD)

    return render


def test_a_busy_machine_makes_it_slower_and_no_error(render):
    assert render(*[BusyError()] * 500) == b"%PDF"
    assert render(OverrunError(), OverrunError()) == b"%PDF"


def test_after_a_very_long_while_it_gives_up(render, monkeypatch):
    monkeypatch.setattr(patient_render, "PATIENCE_SECONDS", 0)
    with pytest.raises(BusyError):
        render(BusyError())


def test_a_pdf_that_always_takes_too_long_is_not_tried_for_ever(render):
    with pytest.raises(OverrunError):
        render(*[OverrunError()] * 9)
