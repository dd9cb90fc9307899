"""Every command for the API that its guide shows does what it says, typed as it stands there."""

import json
import re
import shlex
from pathlib import Path

import pytest

from prep.app import create_app
from prep.pdf.maker import DirectMaker
from prep.settings import Settings

GUIDE = (Path(__file__).parents[2] / ".github" / "API.md").read_text(encoding="utf-8")
COMMANDS = [
    shlex.split(command, comments=True)
    for block in re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)
    for command in re.split(r"\n(?=curl)", block.strip().replace("\\\n", ""))
]
HERE = "http://127.0.0.1:8000"


@pytest.fixture(scope="module")
def client(bank):
    return create_app(Settings(), bank, pdf=DirectMaker(lambda *_order: b"%PDF-")).test_client()


def run(client, command):
    curl, *options, address = command
    assert curl == "curl"
    assert address.startswith(f"{HERE}/api/v1/")
    path = address.removeprefix(HERE)
    if "--json" not in options:
        return client.get(path)
    return client.post(path, json=json.loads(options[options.index("--json") + 1]))


def test_the_section_shows_every_operation(client):
    shown = {command[-1].removeprefix(HERE) for command in COMMANDS}
    described = set(client.get("/api/v1/openapi.json").json["paths"])
    told_in_passing = {"/api/v1/checklist.txt", "/api/v1/sources", "/api/v1/fields/{field}"}
    assert described - shown == told_in_passing


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[-1].rpartition("/")[2])
def test_every_command_works(client, command):
    reply = run(client, command)
    assert reply.status_code == (422 if "five" in "".join(command) else 200), reply.get_data(as_text=True)
    assert reply.data


def test_the_error_is_the_one_shown(client):
    (shown,) = re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)
    (command,) = [command for command in COMMANDS if "five" in "".join(command)]
    assert run(client, command).json == json.loads(shown)
