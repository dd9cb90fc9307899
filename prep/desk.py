"""The commands on the editor's desk, beside `prep lint`: coverage, review and diff."""

from datetime import date
from pathlib import Path

import click

from prep import editor
from prep.opening import open_bank, read_settings

BANK = click.Path(path_type=Path, dir_okay=False)
PAGE = click.option("-o", "--output", required=True, type=BANK, help="The page to write, such as page.html.")


@click.command()
@click.argument("file", required=False, type=BANK)
@PAGE
def coverage(file: Path | None, output: Path) -> None:
    """Write a page that shows who gets how many questions, and what reaches page one."""
    bank = open_bank(file or read_settings().bank)
    output.write_text(editor.coverage_page(bank, date.today()), encoding="utf-8")


@click.command()
@click.argument("file", required=False, type=BANK)
@PAGE
def review(file: Path | None, output: Path) -> None:
    """Write a page on which a clinician reads every question and signs."""
    bank = open_bank(file or read_settings().bank)
    output.write_text(editor.review_page(bank, date.today()), encoding="utf-8")
