"""The `prep` command, run as an editor or a navigator would."""

import subprocess
import sys


def test_the_package_runs_as_a_module():
    done = subprocess.run([sys.executable, "-m", "prep", "--help"], capture_output=True, text=True, check=True)
    assert "checklist" in done.stdout
