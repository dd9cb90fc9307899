"""Keeps the two notes of a run from the command line: rows to mend, and rows to look at."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TextIO

import click

from prep.batch.check_notes import CheckNotes
from prep.batch.notes import Notes
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.visit_list import VisitList
from prep.i18n import Translator


@contextmanager
def notes_in(folder: Path, listed: VisitList, translator: Translator) -> Iterator[Notes]:
    """Collect rows to mend and rows to look at, and say at the end how the list was read and where they stand."""
    with _unfinished(folder / ".errors.csv.part") as mend, _unfinished(folder / ".please-check.txt.part") as check:
        notes = Notes(RejectedRows(mend, listed, translator), CheckNotes(check, translator))
        yield notes
        notes.to_check.close(listed)
    for line in listed.told_at_last(translator):
        click.echo(line)
    if notes.to_check.rows or notes.to_check.cancelled:
        click.echo(f"Rows to look at: {_kept(Path(check.name), 'please-check', '.txt')}")
    if notes.to_mend.count:
        click.echo(f"Rows to mend, with the reasons: {_kept(Path(mend.name), 'errors', '.csv')}")
    for left in (mend, check):
        Path(left.name).unlink(missing_ok=True)


@contextmanager
def _unfinished(path: Path) -> Iterator[TextIO]:
    """Open a file that is gone if anything happens before it is closed."""
    try:
        with path.open("w", encoding=ENCODING, errors=ERRORS, newline="") as stream:
            yield stream
    except BaseException:
        path.unlink()
        raise


def _kept(unfinished: Path, name: str, ending: str) -> Path:
    """Give a file its name, which no other has: someone may be at work on an earlier one."""
    names = (f"{name}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    path = next(path for path in map(unfinished.with_name, names) if not path.exists())
    unfinished.rename(path)
    return path
