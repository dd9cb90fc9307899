"""The `prep` command."""

import json
import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from prep.app import create_app
from prep.bank.bank import Bank
from prep.bank.models import Part
from prep.checklist.answers import Answers, Speaker, Visit
from prep.checklist.changes import Changes
from prep.checklist.checklist import Checklist, build
from prep.checklist.pack import Pack, Paper, PrintSize
from prep.checklist.selection import select
from prep.cli.common import open_bank, open_clinic, open_served_clinics, read_settings, reader, start_address
from prep.clinics.models import Clinic
from prep.export import formats
from prep.i18n import ENGLISH, Translator, translators
from prep.pdf.pool import PdfPool
from prep.pdf.worker import render_here
from prep.server import gunicorn, metrics
from prep.text import tidy

Writer = Callable[[Checklist, Translator, Pack, str | None, Clinic | None], bytes]

WRITERS: dict[str, Writer] = {
    ".pdf": lambda checklist, translator, pack, address, clinic: formats.to_pdf(
        checklist, translator, pack, address, render_here, clinic
    ),
    ".html": lambda *made: formats.to_html(*made).encode(),
    ".txt": lambda checklist, translator, _pack, _address, clinic: formats.to_text(
        checklist, translator, clinic
    ).encode(),
    ".json": lambda checklist, *_printed: formats.to_json(checklist).encode(),
}


def _names_of(kind: type[Enum]) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


class Commands(click.Group):
    """Imports a command of another desk when it is asked for: the server starts sooner without them."""

    ELSEWHERE: Mapping[str, str] = {
        "batch": "prep.cli.batch",
        "coverage": "prep.cli.bank",
        "diff": "prep.cli.bank",
        "lint": "prep.cli.bank",
        "review": "prep.cli.bank",
    }

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(context), *self.ELSEWHERE])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of this name."""
        if name in self.ELSEWHERE:
            return cast("click.Command", getattr(import_module(self.ELSEWHERE[name]), name))
        return super().get_command(context, name)


@click.group(cls=Commands)
@click.version_option(package_name="visit-prep")
def main() -> None:
    """Visit Prep helps a person prepare the questions for a visit."""


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on.")
def serve(host: str, port: int) -> None:
    """Serve the web site until Ctrl-C."""
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    logging.getLogger("prep").setLevel(logging.INFO)
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    gunicorn.keep_files_in_memory()
    press = PdfPool(-(-chosen.renderers // chosen.workers))
    app = create_app(chosen, bank, clinics=open_served_clinics(chosen, bank), render=press.render)
    read_again = reader(app, chosen)
    try:
        with metrics.metrics_server(app, chosen.metrics):
            gunicorn.serve(app, press, host, port, chosen.workers, click.echo, read_again)
    except metrics.MetricsError as error:
        raise click.ClickException(str(error)) from error


@main.command()
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
    "--part",
    "parts",
    multiple=True,
    type=_names_of(Part),
    help="Part of the pack; may be repeated. Default: what fits.",
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
    parts: Sequence[str],
    output: Path,
) -> None:
    """Write the list that fits the answers, such as --answer stage=metastatic -o list.pdf."""
    if output.suffix not in WRITERS:
        raise click.BadParameter(f"the name must end in one of {', '.join(WRITERS)}", param_hint="-o")
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    visit = Visit(tidy(name), day.date() if day else None, tidy(with_whom), Speaker(speaker))
    clinic = open_clinic(slug, chosen.clinics, bank)
    answers = _answers(bank, given)
    translator = translators()[ENGLISH]
    made = build(bank, select(bank, clinic.completed(answers) if clinic else answers), Changes(), visit, translator)
    size = Paper(paper) if paper else clinic.paper if clinic else Paper.LETTER
    pack = Pack(frozenset(map(Part, parts)) or made.suggested_parts, size, PrintSize(print_size))
    address = start_address(chosen.base_url, clinic)
    output.write_bytes(WRITERS[output.suffix](made, translator, pack, address, clinic))


@main.command()
def schema() -> None:
    """Print the JSON Schema of questions.yaml, for editors' tools."""
    click.echo(json.dumps(Bank.model_json_schema(), indent=2))


def _answers(bank: Bank, given: Sequence[str]) -> Answers:
    chosen: dict[str, list[str]] = {}
    fields = {field.id: field for field in bank.fields}
    for answer in given:
        field, _equals, option = answer.partition("=")
        if field not in fields:
            raise click.BadParameter(f"{answer!r}: the fields are {', '.join(fields)}", param_hint="--answer")
        options = [one.id for one in fields[field].options]
        if option not in options:
            raise click.BadParameter(f"{answer!r}: {field} is one of {', '.join(options)}", param_hint="--answer")
        if fields[field].kind == "one" and field in chosen:
            raise click.BadParameter(f"{answer!r}: {field} takes one answer only", param_hint="--answer")
        chosen.setdefault(field, []).append(option)
    return Answers.of(chosen)
