"""Runs a batch from the command line: the list is read row by row, and PDFs are written as they come."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Timer
from typing import BinaryIO

import click

from prep.batch.cells.column import Column
from prep.batch.cells.dates import DateOrder
from prep.batch.notes import Notes
from prep.batch.outputs import Folder, MergedPdf, Output, Zip, written_whole
from prep.batch.passed_over import count_of
from prep.batch.row_problem import VisitsError
from prep.batch.rows import BadRow, Row, strictly
from prep.batch.runner import AlreadyPrinted, Batch, Outcome, Printed, in_order
from prep.batch.visit_list import VisitList, open_visits
from prep.cli.batch_notes import notes_in
from prep.cli.batch_progress import shown
from prep.i18n import Translator
from prep.pdf.errors import NoPdfError
from prep.pdf.pool import PdfPool
from prep.pdf.worker import PROBE

ONE_FILE, ZIP = "visits.pdf", "visits.zip"
SECONDS = 60.0
"""How long a PDF may take. Nobody waits in front of a screen, and the machine may do other work."""

SLOW_SECONDS = 10.0
SLOW = "The PDF engine takes long to start on this machine. This goes on as soon as it is there."
"""What is said when it is not there after so many seconds. It takes about one."""


ASKED = (
    "Some days could be two, such as 03/04/2026, and nothing in the list shows which is meant. "
    "Say --dates month-first or --dates day-first."
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a list."""

    made: int
    kept: int
    left_out: int
    to_check: int
    """Rows printed that someone should look at."""

    cancelled: int
    """Visits that do not take place."""

    hidden: int = 0
    """Rows that nobody saw."""

    def __str__(self) -> str:
        said = f"{self.made} made, {self.kept} there already, {self.left_out} left out"
        cancelled = f", {self.cancelled} cancelled" if self.cancelled else ""
        hidden = f", {self.hidden} hidden" if self.hidden else ""
        to_check = f", {self.to_check} to check" if self.to_check else ""
        return f"{said}{cancelled}{hidden}{to_check}."


@dataclass(frozen=True, slots=True)
class BatchRun:
    """What to print, from which list, and where to."""

    common: Batch
    columns: Sequence[Column]
    visits: Path
    folder: Path
    form: str | None
    """The name of the one file that all PDFs go into; none for a file each."""

    overwrite: bool
    renderers: int
    order: DateOrder | None = None
    sheet: str | None = None
    is_strict: bool = False
    """Rows with a cell that cannot be read are left out."""

    @property
    def translator(self) -> Translator:
        """The language of messages."""
        return self.common.languages[self.common.lang]


def run(batch: BatchRun) -> Counts:
    """Print the list, and tell what became of each row as it comes."""
    with ExitStack() as stack:
        listed = _opened(batch, stack.enter_context(batch.visits.open("rb")))
        pool = stack.enter_context(_pool(batch.renderers))
        output = stack.enter_context(_output(batch, pool, listed))
        notes = stack.enter_context(notes_in(batch.folder, listed, batch.translator))

        def make(row: Row) -> Outcome:
            return batch.common.make(row, output.checked(row.number, pool.render))

        rows = strictly(listed.rows()) if batch.is_strict else listed.rows()
        outcomes = in_order(rows, make, batch.renderers + 1)
        counts = _write(shown(outcomes, listed.count, batch.translator), output, notes)
        return replace(counts, hidden=count_of(listed.hidden()))


def _opened(batch: BatchRun, file: BinaryIO) -> VisitList:
    """Open the list, or end the command with what to mend, or what is to be said, before anything is made."""
    try:
        listed = open_visits(file, batch.columns, batch.common.bank, batch.order, batch.sheet)
    except VisitsError as error:
        raise click.ClickException(f"{batch.visits}: {error.trouble.told(batch.translator)}") from error
    if listed.days.is_asked:
        raise click.UsageError(ASKED)
    for line in listed.told_first(batch.translator):
        click.echo(line)
    return listed


def _write(outcomes: Iterator[Outcome], output: Output, notes: Notes) -> Counts:
    made = kept = 0
    for outcome in outcomes:
        if not isinstance(outcome, BadRow):
            notes.to_check.add(outcome.number, outcome.to_check)
        match outcome:
            case Printed():
                output.add(outcome)
                made += 1
            case AlreadyPrinted():
                kept += 1
            case BadRow():
                output.leave_out(outcome)
                notes.leave_out(outcome)
    output.close()
    return Counts(made, kept, notes.to_mend.count, notes.to_check.rows, notes.to_check.cancelled)


@contextmanager
def _pool(renderers: int) -> Iterator[PdfPool]:
    """Start the renderers, and end them whatever happens."""
    pool = PdfPool(renderers, SECONDS)
    try:
        with _said_if_slow():
            pool.start()
            for sentence in pool.missing_requirements():
                click.echo(sentence, err=True)
            pool.render(*PROBE)
        yield pool
    except NoPdfError as error:
        raise click.ClickException(str(error)) from error
    finally:
        pool.stop()


@contextmanager
def _said_if_slow() -> Iterator[None]:
    """Say once that the start takes long, from a thread of its own: a silent command would be taken for a dead one."""
    timer = Timer(SLOW_SECONDS, partial(click.echo, SLOW, err=True))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _output(batch: BatchRun, pool: PdfPool, listed: VisitList) -> Iterator[Output]:
    """Open the folder, zip file or pile that the PDFs go to."""
    if not batch.form:
        yield Folder(batch.folder, batch.overwrite)
        return
    path = batch.folder / batch.form
    if path.exists() and not batch.overwrite:
        raise click.ClickException(f"{path} is there already. Choose another folder, or --overwrite.")
    with written_whole(path) as file:
        if batch.form == ZIP:
            with closing(Zip(file.write)) as bundle:  # else it would end itself later, when the file is gone
                yield bundle
        else:
            yield MergedPdf(file.write, pool.render, batch.translator, batch.common.paper, listed.hidden)
