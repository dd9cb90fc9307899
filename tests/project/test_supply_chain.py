"""What is installed is known, locked and can be listed."""

import importlib.machinery
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / ".setup").glob("requirements-*.txt"))


def packages(lock: Path) -> dict[str, str]:
    """Return each locked package and what the lock says about it."""
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").replace("\\\n", ""))
    return {entry.split("==")[0]: entry for entry in entries if entry.strip()}


@pytest.fixture(scope="module")
def audit():
    path = str(ROOT / ".setup/audit")
    spec = importlib.util.spec_from_loader("audit", importlib.machinery.SourceFileLoader("audit", path))
    module = importlib.util.module_from_spec(spec)
    writes, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(module)
    sys.dont_write_bytecode = writes
    return module


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_locked_to_one_version_and_its_hashes(lock):
    for name, entry in packages(lock).items():
        assert re.match(r"[\w.-]+==\S+", entry), name
        assert "--hash=sha256:" in entry, name


def test_packages_are_installed_only_as_locked():
    assert "--require-hashes" in (ROOT / ".setup/python").read_text(encoding="utf-8")


def test_the_audit_that_can_ask_nobody_says_so(audit):
    skipped = [{"name": "flask", "skip_reason": "not found"}]
    for heard in ([], skipped):
        assert audit.judge(heard) == (3, ["NOT AUDITED: no advisory source could be reached"])


def test_the_audit_fails_on_an_advisory_and_names_what_mends_it(audit):
    flask = {"name": "flask", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}]}
    status, lines = audit.judge([flask, {"name": "x", "skip_reason": "not found"}])
    assert status == 1
    assert lines == ["flask 1.0: CVE-1, mended in 1.1", "1 packages audited, 1 unknown to the source, 1 advisories"]


def test_the_audit_passes_where_nothing_is_known(audit):
    assert audit.judge([{"name": "flask", "version": "9", "vulns": []}])[0] == 0


@pytest.mark.faults
def test_a_bill_of_materials_lists_all_that_is_served(tmp_path):
    made = subprocess.run([sys.executable, ROOT / ".setup/sbom"], cwd=tmp_path, check=True, capture_output=True)
    bill = json.loads(made.stdout)
    assert bill["metadata"]["component"]["name"] == "visit-prep"
    parts = {part["name"]: part for part in bill["components"]}
    assert set(parts) >= set(packages(ROOT / ".setup/requirements-serve.txt"))
    assert set(parts) >= {"python3", "libpango-1.0-0", "fonts-noto-core", "libc6"}
    assert parts["flask"]["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]
    assert {"license": {"name": "OFL-1.1"}} in parts["fonts-noto-core"]["licenses"]
    assert [name for name, part in parts.items() if not part.get("licenses")] == ["brotlicffi"]  # for PyPy alone
