"""The navigator's command: `prep batch` prints a list of visits."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from prep.bank.models import Part
from prep.batch.columns import DateOrder, columns
from prep.batch.csv_reader import BadRow, Row, VisitList, VisitsError, open_visits
from prep.batch.outputs import Folder, MergedPdf, Output, Zip, written_whole
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.runner import AlreadyPrinted, Batch, Outcome, Printed, in_order, remark
from prep.batch.template import blank_list
from prep.checklist.pack import Paper
from prep.cli.common import languages_of, open_bank, open_clinic, read_settings, start_address
from prep.i18n import Translator
from prep.pdf.pool import NoPdfError, PdfPool
from prep.pdf.worker import PROBE

ONE_FILE, ZIP = "visits.pdf", "visits.zip"
SECONDS = 60.0
"""How long a PDF may take. Nobody waits in front of a screen, and the machine may do other work."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a list."""

    made: int
    kept: int
    left_out: int
    to_check: int
    """Rows printed with answers that seldom go together."""

    def __str__(self) -> str:
        said = f"{self.made} made, {self.kept} there already, {self.left_out} left out"
        return f"{said}, {self.to_check} to check." if self.to_check else f"{said}."


@click.command()
@click.argument("visits", required=False, type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--zip", "form", flag_value=ZIP, help=f"Write all PDFs into one file, {ZIP}.")
@click.option(
    "--one-file",
    "form",
    flag_value=ONE_FILE,
    help=f"Write one PDF to print, {ONE_FILE}, with a cover sheet; everyone starts on a right-hand page. "
    "It is for paper: screen readers and fields to fill in need the single PDFs.",
)
@click.option("--overwrite", is_flag=True, help="Write over files that are there already.")
@click.option("--template", is_flag=True, help="Print an empty list instead, with all that its cells may hold.")
@click.option("--clinic", "slug", help="A clinic of the clinics file: its name, numbers and usual answers are printed.")
@click.option("--lang", help="Language of rows that name none. Default: the clinic's first, or English.")
@click.option(
    "--paper",
    type=click.Choice([paper.value for paper in Paper]),
    help="Size of the paper of rows that name none. Default: the clinic's, or letter.",
)
@click.option(
    "--part",
    "parts",
    multiple=True,
    type=click.Choice([part.value for part in Part]),
    help="Part of the pack; may be repeated. Default: what fits each visit.",
)
@click.option(
    "--dates",
    type=click.Choice([order.value for order in DateOrder]),
    help="How days with slashes are meant, such as 03/04/2026. Without it, those that could be two days are left out.",
)
def batch(
    visits: Path | None,
    output: Path | None,
    form: str | None,
    overwrite: bool,
    template: bool,
    slug: str | None,
    lang: str | None,
    paper: str | None,
    parts: Sequence[str],
    dates: str | None,
) -> None:
    """Print a list of visits (CSV): a PDF for each row, named by the number of the row.

    Rows with a mistake are left out, told of, and written to errors.csv in the same folder: mend them there and run
    that file. PDFs that are there already are not made again, so that a run which was cut short can be run again.
    """
    chosen = read_settings()
    bank = open_bank(chosen.bank)
    clinic = open_clinic(slug, chosen.clinics, bank)
    languages = languages_of(clinic)
    lang = lang or next(iter(languages))
    if lang not in languages:
        raise click.BadParameter(f"{lang!r}: the languages are {', '.join(languages)}", param_hint="--lang")
    known = columns(bank, languages, DateOrder(dates) if dates else None)
    if template:
        click.echo(("\ufeff" + blank_list(known)).encode(), nl=False)
        return
    if not visits or not output:
        raise click.UsageError("Name the list and a folder, such as: prep batch visits.csv -o out/")
    size = Paper(paper) if paper else clinic.paper
    address = start_address(chosen.base_url, clinic)
    common = Batch(bank, languages, lang, size, frozenset(map(Part, parts)), address, clinic)
    output.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        file = stack.enter_context(visits.open("rb"))
        try:
            listed = open_visits(file, known)
        except VisitsError as error:
            raise click.ClickException(f"{visits}: {error.trouble.told(languages[lang])}") from error
        press = stack.enter_context(_pressing(chosen.renderers))
        delivery = stack.enter_context(_delivery(output, form, overwrite, press, common))
        left_out = stack.enter_context(_left_out(output, listed, languages[lang]))
        make = partial(_make, common, delivery, press)
        outcomes = in_order(listed.rows(), make, chosen.renderers + 1)
        counts = _deliver(_shown(outcomes, visits, languages[lang]), delivery, left_out)
    click.echo(counts)
    if counts.left_out:
        sys.exit(1)


def _make(common: Batch, delivery: Output, press: PdfPool, row: Row) -> Outcome:
    return common.make(row, delivery.checked(row.number, press.render))


def _deliver(outcomes: Iterator[Outcome], delivery: Output, left_out: RejectedRows) -> Counts:
    made = kept = to_check = 0
    for outcome in outcomes:
        to_check += not isinstance(outcome, BadRow) and bool(outcome.to_check)
        match outcome:
            case Printed():
                delivery.add(outcome)
                made += 1
            case AlreadyPrinted():
                kept += 1
            case BadRow():
                delivery.leave_out(outcome)
                left_out.add(outcome)
    delivery.close()
    return Counts(made, kept, left_out.count, to_check)


@contextmanager
def _pressing(renderers: int) -> Iterator[PdfPool]:
    """Start the renderers, and end them whatever happens."""
    press = PdfPool(renderers, SECONDS)
    try:
        press.start()
        for lack in press.missing_requirements():
            click.echo(lack, err=True)
        press.render(*PROBE)
        yield press
    except NoPdfError as error:
        raise click.ClickException(str(error)) from error
    finally:
        press.stop()


@contextmanager
def _delivery(output: Path, form: str | None, overwrite: bool, press: PdfPool, common: Batch) -> Iterator[Output]:
    if not form:
        yield Folder(output, overwrite)
        return
    path = output / form
    if path.exists() and not overwrite:
        raise click.ClickException(f"{path} is there already. Choose another folder, or --overwrite.")
    with written_whole(path) as file:
        if form == ZIP:
            with closing(Zip(file.write)) as bundle:  # else it would end itself later, when the file is gone
                yield bundle
        else:
            yield MergedPdf(file.write, press.render, common.languages[common.lang], common.paper)


@contextmanager
def _left_out(output: Path, listed: VisitList, translator: Translator) -> Iterator[RejectedRows]:
    """Collect the rows left out; a list of them that someone may be mending is never written over."""
    unfinished = output / ".errors.csv.part"
    try:
        with unfinished.open("w", encoding=ENCODING, errors=ERRORS, newline="") as stream:
            left_out = RejectedRows(stream, listed, translator)
            yield left_out
    except BaseException:
        unfinished.unlink()
        raise
    if left_out.count:
        names = (f"errors{f'-{number}' if number > 1 else ''}.csv" for number in count(1))
        path = next(path for path in (output / name for name in names) if not path.exists())
        unfinished.rename(path)
        click.echo(f"Rows to mend, with the reasons: {path}")
    else:
        unfinished.unlink()


def _shown(outcomes: Iterator[Outcome], visits: Path, translator: Translator) -> Iterator[Outcome]:
    """Pass everything on, and show how far it is and what is wrong as it comes."""
    console = Console(stderr=True, highlight=False)
    with visits.open("rb") as file:
        lines = sum(1 for _line in file) - 1
    bar = Progress(
        TextColumn("Printing"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(), console=console
    )
    bar.disable = not console.is_terminal
    with bar:
        task = bar.add_task("", total=lines)
        for outcome in outcomes:
            for told in _told(outcome, translator):
                console.print(f"Row {outcome.number}: {told}", markup=False, soft_wrap=True)
            bar.advance(task)
            yield outcome


def _told(outcome: Outcome, translator: Translator) -> list[str]:
    """Return what to say about a row: what to mend, or what to check though it is printed."""
    if isinstance(outcome, BadRow):
        return [trouble.told(translator) for trouble in outcome.troubles]
    return [remark(conflict, translator) for conflict in outcome.to_check]


class Rate(ProgressColumn):
    """How many visits a second."""

    def render(self, task: Task) -> Text:
        """Return it as text."""
        return Text(f"{task.speed:.1f} a second" if task.speed else "")
