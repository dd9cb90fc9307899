import logging
import re

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
