"""What every command starts from."""

import os
import subprocess
import sys

import pytest

from prep.cli.common import open_served_clinics
from prep.settings import Settings
from tests.conftest import BANKS, CLINICS
from tests.server.test_reload import CLINIC
from tests.serving import free_port


def test_a_bad_clinics_file_stops_the_start_with_its_reason(tmp_path):
    (tmp_path / "clinics.yaml").write_text(CLINIC + "  paper: a5")
    environment = os.environ | {"PREP_CLINICS": str(tmp_path / "clinics.yaml")}
    command = [sys.executable, "-m", "prep", "serve", "--port", str(free_port())]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)
    assert ended.returncode == 1
    assert "clinics.yaml:4:10: clinic 'a': paper: is 'letter' or 'a4'" in ended.stderr


def test_a_stage_that_comes_ticked_is_warned_of_at_the_start_and_not_refused(bank, capsys):
    clinics = open_served_clinics(Settings(base_url="https://prep.example.org", clinics=CLINICS), bank)
    assert clinics["riverside"].answers["stage"] == ("metastatic",)
    assert capsys.readouterr().err.startswith(
        "Warning: clinics.yaml:15:12: clinic 'riverside': answers: stage comes ticked for every patient"
    )


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PREP_CLINICS": str(CLINICS)}, "'hillside': the clinics are riverside, hill"),
        ({}, "there are no clinics; PREP_CLINICS names their file"),
    ],
)
@pytest.mark.parametrize("command", [["checklist", "-o", "a.txt"], ["batch"]])
def test_an_unknown_clinic_is_a_sentence(prep, command, environment, said):
    done = prep(*command, "--clinic=hillside", **environment)
    assert done.exit_code == 2
    assert said in " ".join(done.output.split())


@pytest.mark.parametrize("command", [["serve"], ["checklist", "-o", "a.txt"]])
def test_nothing_starts_on_a_bad_bank(prep, command):
    done = prep(*command, PREP_BANK=str(BANKS / "broken-links.yaml"))
    assert done.exit_code == 1
    assert "the question bank cannot be used.\nbroken-links.yaml:19:14: " in done.output


def test_nothing_starts_on_a_bad_setting(prep):
    done = prep("serve", PREP_WORKERS="many")
    assert (done.exit_code, done.output) == (1, "Error: PREP_WORKERS is 'many'. Give a whole number from 1 to 64.\n")
