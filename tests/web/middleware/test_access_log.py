import logging
import re

import pytest

ANSWERS = {"stage": "metastatic", "printed_name": "Xanthippe"}


def lines(caplog, client, path, **options) -> list[str]:
    with caplog.at_level(logging.INFO):
        client.open(path, environ_base={"REMOTE_ADDR": "203.0.113.9"}, **options)
    return [record.getMessage() for record in caplog.records if record.name == "prep.access"]


def test_the_log_holds_method_route_status_and_time(caplog, client):
    (line,) = lines(caplog, client, "/en/checklist", method="POST", data=ANSWERS)
    assert re.fullmatch(r"POST /<lang>/checklist 200 \d+ ms", line)


def test_the_log_holds_nothing_about_a_person(caplog, client):
    lines(caplog, client, "/en/checklist?name=Xanthippe", method="POST", data=ANSWERS, headers={"User-Agent": "Quux"})
    for word in ("metastatic", "Xanthippe", "203.0.113.9", "Quux", "?"):
        assert word not in caplog.text


def test_an_address_that_leads_nowhere_is_not_written_down(caplog, client):
    assert lines(caplog, client, "/en/my-name-is-Xanthippe") == lines(caplog, client, "/Xanthippe-is-ill")[:1]
    assert "Xanthippe" not in caplog.text


def test_an_invented_method_is_not_written_down(caplog, client):
    (line,) = lines(caplog, client, "/en/", method="XANTHIPPE")
    assert line.startswith("other ")


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ({"headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
        ({"data": b"a" * 2_000_000}, 413),
        ({"content_type": "application/json", "data": b"{}"}, 415),
        ({"data": {"stage": "nonsense"}}, 422),
        ({"data": b"stage=%ff", "content_type": "application/x-www-form-urlencoded"}, 400),
    ],
)
def test_what_is_refused_is_a_line_with_its_status(caplog, client, options, status):
    (line,) = lines(caplog, client, "/en/checklist", method="POST", **options)
    assert line.startswith(f"POST /<lang>/checklist {status} ")
