"""`prep checklist`: writes the list that fits some answers to a file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path

import click

from prep.checklist.answers import Speaker, Visit
from prep.checklist.pack import AboutMeLine, Extent, Pack, Paper, PrintSize
from prep.checklist.pipeline import prepare
from prep.cli.common import answers_given, open_bank, open_clinic, read_settings, start_address
from prep.export.formats import PrintJob, to_html, to_json, to_pdf, to_text
from prep.i18n import ENGLISH, translators
from prep.pdf.worker import render_here
from prep.text import tidy

WRITERS: dict[str, Callable[[PrintJob], bytes]] = {
    ".pdf": lambda job: to_pdf(job, render_here),
    ".html": lambda job: to_html(job).encode(),
    ".txt": lambda job: to_text(job.checklist, job.translator, job.clinic).encode(),
    ".json": lambda job: to_json(job.checklist).encode(),
}
"""How a file is written, by the ending of its name."""


def _names_of(kind: type[Enum]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


@click.command()
@click.option("--answer", "given", multiple=True, metavar="FIELD=OPTION", help="One answer; may be repeated.")
@click.option("--name", default="", help="Printed on the page.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the visit, printed on the page.")
@click.option("--with", "with_whom", default="", help="Whom the visit is with, printed on the page.")
@click.option("--for", "speaker", type=_names_of(Speaker), default="patient", show_default=True, help="Who will ask.")
@click.option("--clinic", "slug", help="A clinic of the clinics file: its name, numbers and usual answers are printed.")
@click.option("--paper", type=_names_of(Paper), help="Size of the paper. Default: the clinic's, or letter.")
@click.option(
    "--print-size", type=_names_of(PrintSize), default="standard", show_default=True, help="Size of the print."
)
@click.option(
    "--extent", type=_names_of(Extent), default="page", show_default=True, help="The sheet, with notes, or everything."
)
@click.option(
    "--about-me",
    type=_names_of(AboutMeLine),
    default="illness",
    show_default=True,
    help="What the page tells of the person.",
)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), help=", ".join(WRITERS))
def checklist(
    given: Sequence[str],
    name: str,
    day: datetime | None,
    with_whom: str,
    speaker: str,
    slug: str | None,
    paper: str | None,
    print_size: str,
    extent: str,
    about_me: str,
    output: Path,
) -> None:
    """Write the list that fits the answers, such as --answer stage=metastatic -o list.pdf."""
    if output.suffix not in WRITERS:
        raise click.BadParameter(f"the name must end in one of {', '.join(WRITERS)}", param_hint="-o")
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    visit = Visit(tidy(name), day.date() if day else None, tidy(with_whom), Speaker(speaker))
    clinic = open_clinic(slug, chosen.clinics, bank)
    answers = answers_given(bank, given)
    translator = translators()[ENGLISH]
    made = prepare(bank, clinic.completed(answers), visit, translator)
    size = Paper(paper) if paper else clinic.paper
    pack = Pack(Extent(extent), AboutMeLine(about_me), size, PrintSize(print_size))
    job = PrintJob(made, translator, pack, start_address(chosen.base_url, clinic), clinic)
    output.write_bytes(WRITERS[output.suffix](job))
