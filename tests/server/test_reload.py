"""Bank and clinics, as the running server takes them: read at the start, and again on SIGHUP."""

import signal
import threading
import time
import urllib.request

import pytest

from prep.app import create_app
from prep.cli.common import open_served_clinics
from prep.server.reload import reloader
from prep.settings import Settings
from tests.conftest import BANKS
from tests.serving import running

SMALL = (BANKS / "small.yaml").read_text()


CLINIC = "clinics:\n- slug: a\n  name: Hill Clinic\n"


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as page:
        return page.read().decode()


def until(is_so, seconds=20) -> None:
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


@pytest.mark.faults
def test_bank_and_clinics_are_read_again_without_dropping_a_request(tmp_path):
    bank = tmp_path / "bank.yaml"
    bank.write_text(SMALL)
    clinics = tmp_path / "clinics.yaml"
    clinics.write_text(CLINIC)
    with running(PREP_CLINICS=str(clinics), PREP_BANK=str(bank)) as server:
        page = server.address + "c/a/en/"
        stop, pages, dropped = threading.Event(), [], []

        def keep_asking():
            while not stop.is_set():
                try:
                    pages.append(fetched(page))
                except OSError as error:
                    dropped.append(repr(error))

        asking = [threading.Thread(target=keep_asking) for _ in range(3)]
        for thread in asking:
            thread.start()
        try:
            until(lambda: pages)
            clinics.write_text(CLINIC.replace("Hill", "Lake"))
            bank.write_text(SMALL.replace("sore knees", "stiff hips"))
            server.send_signal(signal.SIGHUP)
            until(lambda: "Lake Clinic" in pages[-1])
            clinics.write_text(CLINIC.replace("slug", "slugg"))
            server.send_signal(signal.SIGHUP)
            time.sleep(1)  # a signal that comes while another is heeded is heeded once
            clinics.write_text(CLINIC)
            bank.write_text(SMALL.replace("subject:", "subjekt:"))
            server.send_signal(signal.SIGHUP)
            time.sleep(2)  # the new workers are there, and the old ones gone
        finally:
            stop.set()
            for thread in asking:
                thread.join()
        assert dropped == []
        assert len(pages) > 10
        assert all("Hill Clinic" in page or "Lake Clinic" in page for page in pages)
        assert "Lake Clinic" in fetched(page)
        assert "stiff hips" in fetched(page)
        server.send_signal(signal.SIGINT)
    said = [line for line in server.log.splitlines() if "clinics" in line]
    assert said[0] == "Bank and clinics were read again: 7 questions, 1 clinics."
    assert said[1].startswith("Bank and clinics stay as they were: clinics.yaml:2:")
    assert "slugg: is not a known key" in said[1]
    assert said[2].startswith("Bank and clinics stay as they were: bank.yaml:")
    assert len(said) == 3


FRAMED = CLINIC + "  embed_origins: [https://www.a.example, http://localhost:8811]\n"


def test_a_reread_frame_that_could_not_be_shown_changes_nothing(tmp_path, small, caplog):
    (tmp_path / "clinics.yaml").write_text(CLINIC)
    chosen = Settings(bank=BANKS / "small.yaml", clinics=tmp_path / "clinics.yaml")
    app = create_app(chosen, small, clinics=open_served_clinics(chosen, small))
    (tmp_path / "clinics.yaml").write_text(FRAMED.replace("Hill", "Lake"))
    reloader(app, chosen)()
    assert "Bank and clinics stay as they were: PREP_BASE_URL is not set" in caplog.text
    assert "Hill Clinic" in app.test_client().get("/c/a/en/").get_data(as_text=True)
