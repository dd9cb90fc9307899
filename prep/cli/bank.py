"""The editor's commands: `prep lint`, `coverage`, `review`, `diff` and `schema`."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from prep.bank.bank import Bank
from prep.bank.loader import load
from prep.cli.common import open_bank, read_settings
from prep.editorial import lint as linting
from prep.editorial import pages
from prep.editorial.bank_diff import difference
from prep.file_problems import FileError

BANK = click.Path(path_type=Path, dir_okay=False)
PAGE = click.option("-o", "--output", required=True, type=BANK, help="The page to write, such as page.html.")


@click.command("lint")
@click.argument("file", required=False, type=BANK)
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of source documents, also in folders of it; wording shared with them is reported.",
)
@click.option(
    "--scenarios",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="People whom each agenda must meet.",
)
@click.option("--release", is_flag=True, help="Ask also for what must be settled before the public sees the bank.")
def lint(file: Path | None, documents: Path | None, scenarios: Path | None, release: bool) -> None:
    """Say what is wrong with a question bank, and where."""
    path = file or read_settings().bank
    checks = linting.RELEASE_CHECKS if release else linting.CHECKS
    try:
        problems = linting.check(path, date.today(), documents, checks, scenarios)  # the editor's own day
    except FileError as error:
        problems = error.problems
    for problem in problems:
        click.echo(problem)
    if problems:
        sys.exit(1)
    click.echo(f"{path.name}: nothing to mend in {len(load(path).questions)} questions.")


@click.command()
@click.argument("file", required=False, type=BANK)
@PAGE
def coverage(file: Path | None, output: Path) -> None:
    """Write a page that shows who gets how many questions, and what reaches page one."""
    bank = open_bank(file or read_settings().bank)
    output.write_text(pages.coverage_page(bank, date.today()), encoding="utf-8")


@click.command()
@click.argument("file", required=False, type=BANK)
@PAGE
def review(file: Path | None, output: Path) -> None:
    """Write a page on which a clinician reads every question and signs."""
    bank = open_bank(file or read_settings().bank)
    output.write_text(pages.review_page(bank, date.today()), encoding="utf-8")


@click.command()
@click.argument("old", type=BANK)
@click.argument("new", type=BANK)
@click.option("-o", "--output", type=BANK, help="Write it as a page to sign, such as diff.html.")
def diff(old: Path, new: Path, output: Path | None) -> None:
    """Say what changed between two banks, in words that a clinical reviewer can sign."""
    found = difference(open_bank(old), open_bank(new))
    if output:
        output.write_text(pages.diff_page(found, date.today()), encoding="utf-8")
    else:
        click.echo(pages.diff_text(found), nl=False)


@click.command()
def schema() -> None:
    """Print the JSON Schema of questions.yaml, for editors' tools."""
    click.echo(json.dumps(Bank.model_json_schema(), indent=2))
