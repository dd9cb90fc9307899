"""The real server behind the real Caddy, with the settings that come along."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.page import HEADERS
from tests.project.test_deploy import words
from tests.serving import free_port, running

pytestmark = pytest.mark.slow

CADDY = Path(sys.executable).parent / "caddy"
SENT = b"side=left&printed_name=Xanthippe"


@contextmanager
def caddy(folder, upstream):
    """Start Caddy on loopback, wait until it is there, and yield its address and what it says at the end."""
    port, said = free_port(), []
    settings = folder / "Caddyfile"
    settings.write_text(words("Caddyfile").replace("{\n", "{\n\tdefault_bind 127.0.0.1\n", 1), "utf-8")
    names = {"PREP_HOST": f"http://127.0.0.1:{port}", "PREP_UPSTREAM": f"127.0.0.1:{upstream}"}
    homes = {"XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [CADDY, "run", "--adapter", "caddyfile", "--config", settings]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ | names | homes) as process:
        try:
            while "serving initial configuration" not in (line := process.stderr.readline()):
                assert line, said
                said.append(line)
            yield f"http://127.0.0.1:{port}/", said
        finally:
            process.terminate()
            said += process.stderr


def answer(address, sent=None):
    """Return status, headers and body, whatever the status."""
    try:
        with urllib.request.urlopen(address, sent, timeout=30) as page:
            return page.status, page.headers, page.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_form_list_and_pdf_come_through_as_they_were_sent(tmp_path):
    with running() as server, caddy(tmp_path, server.port) as (address, _said):
        status, headers, form = answer(address + "en/")
        assert (status, set(headers) >= HEADERS) == (200, True)
        assert not {"Server", "Via"} & set(headers)
        assert b"sore knees" in form
        assert b"Xanthippe" in answer(address + "en/checklist", SENT)[2]
        assert answer(address + "en/checklist", SENT + b"&format=pdf")[2][:5] == b"%PDF-"


def test_a_body_beyond_all_measure_is_refused(tmp_path):
    with running() as server, caddy(tmp_path, server.port) as (address, _said):
        assert answer(address + "en/checklist", b"x=" + b"a" * 2_000_000)[0] == 413


def test_its_log_tells_nothing_about_who_sent_what_even_when_the_app_is_gone(tmp_path):
    with caddy(tmp_path, free_port()) as (address, said):
        assert answer(address + "en/checklist?name=Xanthippe", SENT)[0] == 502
    assert said
    assert "Xanthippe" not in "".join(said)
    assert "remote" not in "".join(said)
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"Xanthippe" in file.read_bytes()]
