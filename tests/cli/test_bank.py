"""The editor’s commands."""

import json

import pytest

from tests.conftest import BANKS


@pytest.mark.slow
def test_lint_is_content_with_the_real_bank(prep):
    done = prep("lint")
    assert done.exit_code == 0
    assert done.output.startswith("questions.yaml: nothing to mend in ")


def test_lint_tells_every_problem_of_a_bad_bank(prep):
    done = prep("lint", BANKS / "broken-links.yaml")
    assert done.exit_code == 1
    assert done.output.splitlines()[0].startswith("broken-links.yaml:19:14: field 'side': ")
    assert len(done.output.splitlines()) == 7


@pytest.mark.parametrize("command", ["coverage", "review"])
def test_an_editors_page_is_written(prep, tmp_path, command):
    done = prep(command, BANKS / "small.yaml", "-o", tmp_path / "page.html")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_what_changed_is_told_or_written_as_a_page(prep, tmp_path):
    small = BANKS / "small.yaml"
    assert "Nothing changed." in prep("diff", small, small).output
    assert prep("diff", small, small, "-o", tmp_path / "diff.html").exit_code == 0
    assert "Nothing changed." in (tmp_path / "diff.html").read_text(encoding="utf-8")


def test_release_asks_for_more(prep):
    done = prep("lint", "--release", BANKS / "small.yaml")
    assert "question 'walk': no clinician has signed it [unreviewed]" in done.output


def test_the_schema_is_for_editors_tools(prep):
    schema = json.loads(prep("schema").output)
    assert schema["$defs"]["Question"]["properties"]["especially_for"]["description"]
