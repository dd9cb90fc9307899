"""What the columns of a list of visits are called, and what may stand in their cells, in every language we speak."""

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.vocabulary import Vocabulary, is_plain, spoken
from prep.batch.cell_error import CellError
from prep.batch.dates import DateOrder, read_day
from prep.checklist.answers import MAX_TEXT, Speaker
from prep.checklist.pack import Paper, PrintSize
from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import letters_and_digits

ROW, LANGUAGE, NAME, DAY = "visit_row", "visit_language", "visit_name", "visit_date"
WITH, SPEAKER, PRINT_SIZE, PAPER = "visit_with", "visit_for", "visit_print-size", "visit_paper"
"""Our own columns. Ids in the bank never hold an underscore, so the two cannot meet."""

SEPARATORS = "|;,"
"""What may stand between several answers in one cell, the least likely within an answer first."""

ONE_OF = _("Write one of: %(allowed)s.")
SOME_OF = _("Write one or more of these, with | between them: %(allowed)s.")
MEANT = _("Did you mean “%(meant)s”?")
ONE_ONLY = _("Write only one answer here.")
TOO_LONG = _("Write at most 80 characters.")
NO_NUMBER = _("Write the number of the row, such as 12, or leave it empty.")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, and how its cells are read."""

    id: str
    names: tuple[str, ...]
    """All headings that mean it, the shortest first."""

    allowed: tuple[str, ...]
    """What its cells may hold, where only certain words will do."""

    read: Callable[[str], object]
    """Returns what a tidy cell means, or raises a `CellError`."""

    example: str = ""
    is_deprecated: bool = False
    """It is understood, and no template shows it."""


def columns(bank: Bank, languages: Mapping[str, Translator], order: DateOrder | None = None) -> tuple[Column, ...]:
    """Return the columns of a list of visits to be filled in for `bank`. Labels count in each of `languages`."""
    tongues = tuple(languages.values())
    vocabulary = Vocabulary(bank)
    return (
        Column(ROW, _names(ROW, tongues, _("Row")), (), _number),
        Column(NAME, _names(NAME, tongues, _("Your name"), _("Name")), (), _text, "Ann Example"),
        Column(
            DAY,
            _names(DAY, tongues, _("Day of the visit"), _("Date")),
            (),
            lambda cell: read_day(cell, order),
            "2026-11-24",
        ),
        Column(WITH, _names(WITH, tongues, _("Name of the doctor or nurse"), _("With")), (), _text, "Dr. Example"),
        _words(SPEAKER, Speaker, tongues, (_("Whom is the list for?"),), (_("For me"), _("For someone I help"))),
        _words(PRINT_SIZE, PrintSize, tongues, (_("Size of print"), _("Size")), (_("Standard"), _("Large"))),
        _words(PAPER, Paper, tongues, (_("Size of paper"),), (_("Letter"), _("A4"))),
        _language(languages),
        *(replace(_answers(field, tongues, vocabulary), is_deprecated=True) for field in bank.deprecated_fields),
        *(_answers(field, tongues, vocabulary) for field in bank.asked_fields),
    )


def by_heading(known: Iterable[Column]) -> Mapping[str, Column]:
    """Return the column that each heading means, by its letters and digits. Where two claim one, the bank's has it."""
    return {letters_and_digits(name): column for column in known for name in column.names}


def closest(text: str, words: Iterable[str]) -> Sequence[str]:
    """Return the word that `text` may be meant for, if there is any, as it is written there."""
    return difflib.get_close_matches(letters_and_digits(text), words, n=1, cutoff=0.75)


def _names(id_: str, tongues: Iterable[Translator], *labels: str) -> tuple[str, ...]:
    return (id_.partition("_")[2], *(translator.gettext(label) for translator in tongues for label in labels))


def _words(
    id_: str, kind: type[Enum], tongues: Iterable[Translator], headings: tuple[str, ...], labels: tuple[str, ...]
) -> Column:
    """Return a column that takes the values of `kind`, or their `labels` as the form shows them."""
    ids = tuple(str(one.value) for one in kind)
    pairs = [(translator.gettext(label), one) for translator in tongues for label, one in zip(labels, ids, strict=True)]
    meanings = _meanings(ids, pairs)
    names = _names(id_, tongues, *headings)
    return Column(id_, names, ids, lambda cell: kind(_one(cell, meanings, ids)) if cell else None, ids[0])


def _language(languages: Mapping[str, Translator]) -> Column:
    ids = tuple(languages)
    meanings = _meanings(ids, [(translator.name, lang) for lang, translator in languages.items()])
    names = _names(LANGUAGE, languages.values(), _("Language"))
    return Column(LANGUAGE, names, ids, lambda cell: _one(cell, meanings, ids) if cell else None, ids[0])


def _answers(field: FormField, languages: Iterable[Translator], vocabulary: Vocabulary) -> Column:
    ids = tuple(option.id for option in field.options)
    labels = [
        (one.text(option.label, f"{field.id}.{option.id}"), option.id) for one in languages for option in field.options
    ]
    words = [(word, option.id) for option in field.options for word in option.words]
    meanings, shown = _meanings(ids, [*labels, *words]), _meanings(ids, labels)
    names = (field.id, *(one.text(field.label, f"{field.id}.label") for one in languages))

    def found_in(known: Mapping[str, str], cell: str) -> tuple[str, ...]:
        return (_one(cell, known, ids),) if field.kind == "one" else tuple(_several(cell, known, ids))

    def read(cell: str) -> tuple[str, ...]:
        if not cell:
            return ()
        explained = vocabulary.explain(cell) or {}
        if set(explained) == {field.id} and (field.kind == "many" or len(explained[field.id]) == 1):
            return tuple(sorted(explained[field.id]))
        try:
            return found_in(meanings if is_plain(cell) else shown, cell)
        except CellError:  # what it may be meant for is sought among what people see
            return found_in(shown, cell)

    example = "" if field.detail else SEPARATORS[0].join(ids[: 1 if field.kind == "one" else 2])
    return Column(field.id, names, ids, read, example)


def _meanings(ids: Iterable[str], labels: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return what each word means. What means two things, in two languages, means nothing; an id means itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for label, id_ in labels:
        found[spoken(label)].add(id_)
    return {word: min(meant) for word, meant in found.items() if len(meant) == 1} | {spoken(id_): id_ for id_ in ids}


def _one(cell: str, meanings: Mapping[str, str], ids: tuple[str, ...]) -> str:
    if meant := meanings.get(spoken(cell)):
        return meant
    parts = [part for part in re.split(r"[|;,]", cell) if part.strip()]
    if len(parts) > 1 and all(spoken(part) in meanings for part in parts):
        raise CellError((ONE_ONLY, {}))
    raise _unknown(cell, meanings, ids, ONE_OF)


def _several(
    cell: str, meanings: Mapping[str, str], ids: tuple[str, ...], separators: str = SEPARATORS
) -> Iterator[str]:
    """Yield the answers in a cell. A label may hold a comma, so a cell is only divided where it must be."""
    if meant := meanings.get(spoken(cell)):
        yield meant
    elif not separators:
        raise _unknown(cell, meanings, ids, SOME_OF)
    else:
        for part in filter(spoken, cell.split(separators[0])):
            yield from _several(part, meanings, ids, separators[1:])


def _unknown(cell: str, meanings: Mapping[str, str], ids: tuple[str, ...], expected: str) -> CellError:
    guess = [(MEANT, {"meant": meanings[close]}) for close in closest(cell, meanings)]
    return CellError(*guess, (expected, {"allowed": ", ".join(ids)}))


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
