"""Keeps the two notes of a run from the command line: rows to mend, and rows to look at."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import click

from prep.batch.check_notes import CheckNotes
from prep.batch.rejected_rows import ENCODING, ERRORS, RejectedRows
from prep.batch.visit_list import VisitList
from prep.i18n import Translator


@contextmanager
def rejected_rows(folder: Path, listed: VisitList, translator: Translator) -> Iterator[RejectedRows]:
    """Collect the rows left out; a list of them that someone may be mending is never written over."""
    unfinished = folder / ".errors.csv.part"
    try:
        with unfinished.open("w", encoding=ENCODING, errors=ERRORS, newline="") as stream:
            rejected = RejectedRows(stream, listed, translator)
            yield rejected
    except BaseException:
        unfinished.unlink()
        raise
    if rejected.count:
        click.echo(f"Rows to mend, with the reasons: {_kept(unfinished, 'errors', '.csv')}")
    else:
        unfinished.unlink()


@contextmanager
def check_notes(folder: Path, listed: VisitList, translator: Translator) -> Iterator[CheckNotes]:
    """Write down the rows to look at, and how the list was read; and say the latter at the end."""
    unfinished = folder / ".please-check.txt.part"
    try:
        with unfinished.open("w", encoding=ENCODING, newline="") as stream:
            notes = CheckNotes(stream, translator)
            yield notes
            notes.close(listed)
    except BaseException:
        unfinished.unlink()
        raise
    for line in listed.told(translator):
        click.echo(line)
    if notes.rows:
        click.echo(f"Rows to look at: {_kept(unfinished, 'please-check', '.txt')}")
    else:
        unfinished.unlink()


def _kept(unfinished: Path, name: str, ending: str) -> Path:
    """Give a file its name, which no other has: someone may be at work on an earlier one."""
    names = (f"{name}{f'-{number}' if number > 1 else ''}{ending}" for number in count(1))
    path = next(path for path in map(unfinished.with_name, names) if not path.exists())
    unfinished.rename(path)
    return path
