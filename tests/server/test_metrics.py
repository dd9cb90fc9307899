import os
import re
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from prep.server.metrics import MetricsError, metrics_server
from prep.settings import Endpoint
from tests.serving import free_port, running


def told(port: int) -> dict[tuple[str, str, str], float]:
    """Return how many answers were counted for each method, route and status."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        families = list(text_string_to_metric_families(answer.read().decode()))
    return {
        (sample.labels["method"], sample.labels["route"], sample.labels["status"]): sample.value
        for family in families
        for sample in family.samples
        if sample.name == "prep_request_seconds_count"
    }


@pytest.fixture(scope="module")
def counted():
    """Ask for a few things, and return what is told of them, word for word and read."""
    port = free_port()
    with running(PREP_METRICS=str(port), PREP_WORKERS="2") as server:
        for _time in range(10):
            urllib.request.urlopen(server.address + "en/?name=Xanthippe").close()
        urllib.request.urlopen(server.address + "en/checklist", data=b"side=left&printed_name=Xanthippe").close()
        for name in ("en/Xanthippe", "Quux/Quux/Quux"):
            with pytest.raises(urllib.error.HTTPError):
                urllib.request.urlopen(server.address + name)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            words = answer.read().decode()
        yield words, told(port)
    assert server.returncode == 0


@pytest.mark.faults
def test_answers_of_all_workers_are_added_up(counted):
    assert counted[1] == {
        ("GET", "/<lang>/", "200"): 10,
        ("POST", "/<lang>/checklist", "200"): 1,
        ("GET", "(no such page)", "404"): 2,
    }


@pytest.mark.faults
def test_durations_are_told_in_ranges(counted):
    bounds = re.findall(r'prep_request_seconds_bucket\{le="([^"]+)",method="POST"', counted[0])
    assert bounds[0] == "0.005"
    assert bounds[-2:] == ["15.0", "+Inf"]


@pytest.mark.faults
def test_metrics_tell_nothing_about_a_person(counted):
    words, _counts = counted
    for secret in ("Xanthippe", "Quux", "left", "127.0.0.1"):
        assert secret not in words


@pytest.mark.faults
def test_a_worker_that_ends_takes_no_numbers_along():
    port = free_port()
    with running(PREP_METRICS=str(port), PREP_WORKERS="1") as server:
        urllib.request.urlopen(server.address + "healthz").close()
        (worker,) = [
            int(one) for one in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
            if b"resource_tracker" not in Path(f"/proc/{one}/cmdline").read_bytes()
        ]  # fmt: skip
        os.kill(worker, 15)
        for _time in range(3):
            urllib.request.urlopen(server.address + "healthz", timeout=20).close()
        assert told(port)["GET", "/healthz", "200"] == 4


def test_a_place_that_is_taken_is_told_in_one_sentence_and_nothing_is_left(app, monkeypatch, tmp_path):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    monkeypatch.setattr("prep.server.metrics.mkdtemp", lambda prefix: str(tmp_path / prefix))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        (tmp_path / "prep-metrics-").mkdir()
        with (
            pytest.raises(MetricsError, match=f"^PREP_METRICS: 127.0.0.1:{port} cannot be listened on: "),
            metrics_server(app, Endpoint("127.0.0.1", port)),
        ):
            pass
    assert not list(tmp_path.iterdir())


def test_without_the_setting_nothing_is_measured(app, monkeypatch):
    monkeypatch.setattr("prep.server.metrics.mkdtemp", pytest.fail)
    with metrics_server(app, None):
        pass
