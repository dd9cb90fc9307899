"""What the columns of a list of visits are called, and what may stand in their cells, in every language we speak."""

import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import partial

from prep.bank.bank import Bank
from prep.batch.cells.answer_choices import Choices
from prep.batch.cells.answer_columns import answer_columns
from prep.batch.cells.cell_error import CellError
from prep.batch.cells.column import Column
from prep.batch.cells.dates import read_day
from prep.batch.cells.headings import (
    ATTENDANCE,
    DAY,
    FIRST_NAME,
    LANGUAGE,
    LAST_NAME,
    NAME,
    PAPER,
    PRINT_SIZE,
    ROW,
    SPEAKER,
    STATUS,
    TYPE,
    USUAL,
    WITH,
)
from prep.batch.cells.status import nothing_to_tell, says_on
from prep.checklist.answers import MAX_TEXT, Speaker
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import letters_and_digits

TOO_LONG = _("Write at most 80 characters.")
NO_NUMBER = _("Write the number of the row, such as 12, or leave it empty.")


def columns(bank: Bank, languages: Mapping[str, Translator]) -> tuple[Column, ...]:
    """Return the columns of a list of visits to be filled in for `bank`. Labels count in each of `languages`."""
    tongues = tuple(languages.values())
    return (
        Column(ROW, _names(ROW, tongues, _("Row")), _number, is_offered=False),
        Column(NAME, _names(NAME, tongues, _("Your name"), _("Name")), _text, example="Ann Example"),
        Column(FIRST_NAME, USUAL[FIRST_NAME], _text, is_offered=False),
        Column(LAST_NAME, USUAL[LAST_NAME], _text, is_offered=False),
        Column(DAY, _names(DAY, tongues, _("Day of the visit"), _("Date")), read_day, example="2026-11-24"),
        Column(WITH, _names(WITH, tongues, _("Name of the doctor or nurse"), _("With")), _text, example="Dr. Example"),
        Column(STATUS, USUAL[STATUS], says_on, is_offered=False),
        Column(ATTENDANCE, USUAL[ATTENDANCE], nothing_to_tell, is_offered=False),
        Column(TYPE, USUAL[TYPE], nothing_to_tell, is_offered=False),
        _words(SPEAKER, Speaker, tongues, (_("Whom is the list for?"),), (_("For me"), _("For someone I help"))),
        _words(PRINT_SIZE, PrintSize, tongues, (_("Size of print"), _("Size")), (_("Standard"), _("Large"))),
        _words(PAPER, Paper, tongues, (_("Size of paper"),), (_("Letter"), _("A4"))),
        _language(languages),
        *answer_columns(bank, tongues),
    )


def by_heading(known: Iterable[Column]) -> Mapping[str, Column]:
    """Return the column that each heading means, by its letters and digits. Where two claim one, the bank's has it."""
    return {letters_and_digits(name): column for column in known for name in column.names}


def _names(id_: str, tongues: Iterable[Translator], *labels: str) -> tuple[str, ...]:
    """Return the headings of one of our columns. Its own short name comes first, as the template shows it."""
    translated = (translator.gettext(label) for translator in tongues for label in labels)
    return (id_.partition("_")[2], *USUAL.get(id_, ()), *translated)


def _words(
    id_: str, kind: type[Enum], tongues: Iterable[Translator], headings: tuple[str, ...], labels: tuple[str, ...]
) -> Column:
    """Return a column that takes the values of `kind`, or their `labels` as the form shows them."""
    ids = tuple(str(one.value) for one in kind)
    pairs = [(translator.gettext(label), one) for translator in tongues for label, one in zip(labels, ids, strict=True)]
    return _chosen(id_, _names(id_, tongues, *headings), Choices.of(ids, pairs), kind)


def _language(languages: Mapping[str, Translator]) -> Column:
    choices = Choices.of(languages, [(translator.name, lang) for lang, translator in languages.items()])
    names = _names(LANGUAGE, languages.values(), _("Language"))
    return _chosen(LANGUAGE, names, choices, str, is_offered=len(languages) > 1)


def _chosen(
    id_: str, names: tuple[str, ...], choices: Choices, kind: Callable[[str], object], *, is_offered: bool = True
) -> Column:
    read = partial(_choice, choices, kind)
    ids = tuple(choices.labels)
    return Column(id_, names, read, ids, example=ids[0], is_offered=is_offered)


def _choice(choices: Choices, kind: Callable[[str], object], cell: str) -> object:
    return kind(choices.one(cell)) if cell else None


def _text(cell: str) -> str:
    if len(cell) > MAX_TEXT:
        raise CellError((TOO_LONG, {}))
    return cell


def _number(cell: str) -> int | None:
    if not cell:
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,8}", cell):
        raise CellError((NO_NUMBER, {}))
    return int(cell)
