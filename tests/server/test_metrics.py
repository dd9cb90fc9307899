import os
import re
import socket
import time
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


def told_in_all(port: int, count: int) -> dict[tuple[str, str, str], float]:
    """Return the counts once they add up to `count`: observations are on their way for a moment."""
    while sum((counts := told(port)).values()) < count:
        time.sleep(0.05)
    return counts


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
        counts = told_in_all(port, 13)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
            words = answer.read().decode()
        yield words, counts
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
        (worker,) = server.workers()
        os.kill(worker, 15)
        for _time in range(3):
            urllib.request.urlopen(server.address + "healthz", timeout=20).close()
        assert told_in_all(port, 4) == {("GET", "/healthz", "200"): 4}


def test_a_place_that_is_taken_is_told_in_one_sentence(app):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(MetricsError, match=f"^PREP_METRICS: 127.0.0.1:{port} cannot be listened on: "),
            metrics_server(app, Endpoint("127.0.0.1", port)),
        ):
            pass


def test_without_the_setting_nothing_is_measured(app, monkeypatch):
    monkeypatch.setattr("prep.server.metrics._send_observations", pytest.fail)
    with metrics_server(app, None):
        pass


@pytest.mark.faults
def test_numbers_need_no_disk_at_all(tmp_path):
    """Files mapped into memory end whoever writes to them when the disk is full (SIGBUS). Here are none."""
    with running(PREP_METRICS=str(free_port()), PREP_WORKERS="1", TMPDIR=str(tmp_path)) as server:
        urllib.request.urlopen(server.address + "healthz").close()
        for process in server.workers():
            mapped = Path(f"/proc/{process}/maps").read_text()
            assert ".db" not in mapped
            assert "prep-metrics" not in mapped
    assert not list(tmp_path.iterdir())
