"""`prep explain`: tells line by line how a page came about, and what narrowly missed it."""

from collections.abc import Sequence
from pathlib import Path

import click

from prep.bank.bank import Bank
from prep.checklist.page import TOP
from prep.checklist.page_lines import Line, Step
from prep.cli.common import answers_given, open_bank, read_settings
from prep.editorial.page_explained import ExplainedPage
from prep.editorial.page_explained import explain as explain_page

SAID = {
    Step.UNKNOWN: "not known, but needed for the agenda",
    Step.AGENDA: "agenda",
    Step.WORRY: "worry",
    Step.FACT: "fact",
    Step.RANK: "rank",
}
"""How each step is told; what it is for follows."""


@click.command()
@click.option("--answer", "given", multiple=True, metavar="FIELD=OPTION", help="One answer; may be repeated.")
@click.option(
    "--bank", "path", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Default: the bank in use."
)
def explain(given: Sequence[str], path: Path | None) -> None:
    """Say why each line of a page is there, such as for --answer stage=metastatic."""
    bank = open_bank(path or read_settings().bank)
    for line in _told(bank, explain_page(bank, answers_given(bank, given))):
        click.echo(line)


def _told(bank: Bank, page: ExplainedPage) -> Sequence[str]:
    told = ["Open agendas, in their turns"]
    told += [f"  {agenda.id}: {agenda.text}" for agenda in page.fits.agendas] or ["  none"]
    told += ["", f"The page (the first {TOP} stand on top)"]
    told += [f"{number:>3}. {_said(line, page)}" for number, line in enumerate(page.lines, start=1)]
    told += ["", "What narrowly missed it"]
    told += [f"   - {_said(line, page)}" for line in page.missed]
    told += ["", f"{len(page.fits.ranked)} of {len(bank.questions)} questions fit."]
    return told


def _said(line: Line, page: ExplainedPage) -> str:
    by = f"{page.rank(line):.2f}" if line.step is Step.RANK else line.by
    return f"{line.question.text} [{line.question.id}]\n       {SAID[line.step]} {by}"
