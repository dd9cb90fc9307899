"""Writes the CSV template of a list of visits: its headings, an example, and under each what may stand there."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest

from prep.batch.cells.column import Column
from prep.batch.cells.columns import by_heading
from prep.batch.files.records import REMARK
from prep.batch.formula_guard import guarded
from prep.text import letters_and_digits

HOW = f"{REMARK} These lines are not visits. Each shows one more answer that a column takes:"


def blank_list(columns: Sequence[Column]) -> str:
    """Return the list as CSV. The ids it shows hold no comma, so that they can be copied into any list."""
    shown = [column for column in columns if column.is_offered]
    named = by_heading(columns)
    headings = [next(name for name in column.names if named[letters_and_digits(name)] == column) for column in shown]
    examples = [column.example for column in shown]
    allowed = zip_longest(*(column.allowed for column in shown), fillvalue="")
    remarks = [[HOW], *([REMARK, *answers[1:]] for answers in allowed)]
    return _csv([headings, examples, *remarks])


def _csv(lines: Iterable[Sequence[str]]) -> str:
    stream = StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(map(guarded, line) for line in lines)
    return stream.getvalue()
