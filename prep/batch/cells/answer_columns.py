"""The columns that ask what the form asks: one for each field, for what lists ask in parts, and for what they mix."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from prep.bank.bank import Bank
from prep.bank.form_models import FormField
from prep.bank.former_fields import SETS
from prep.bank.vocabulary import Vocabulary
from prep.batch.cells.answer_cells import Answered, Reader
from prep.batch.cells.answer_choices import SEPARATORS, Choices, labels_of, words_of
from prep.batch.cells.column import Column
from prep.batch.cells.one_field import OneField
from prep.batch.cells.other_illness import IllnessWords
from prep.batch.cells.part_cells import OnePart, PartsTogether
from prep.batch.cells.several_fields import SeveralFields
from prep.i18n import Translator
from prep.text import letters_and_digits


def answer_columns(bank: Bank, tongues: Sequence[Translator]) -> Iterator[Column]:
    """Yield the columns of the bank's fields. Those that answer one field under its own name come last, and prevail."""
    words, without_numbers = Vocabulary(bank), Vocabulary(bank, with_numbers=False)
    readers = {field.id: _reader(bank, field, tongues, words) for field in bank.accepted_fields}
    claims, illnesses = _claims(bank), IllnessWords(bank)
    for ids, headings in _mixed(claims, readers).items():
        mixed = SeveralFields(_known_as(bank, ids), without_numbers)
        read = illnesses.guarded(mixed, ids).read
        yield Column("+".join(ids), tuple(headings), read, is_offered=False, asks=ids)
    for field in bank.asked_fields:
        for part, names in field.parts.items():
            of_part = OnePart(readers[field.id], part, tuple(field.parts))
            name = f"{field.id}/{part}"
            yield Column(name, names, of_part.read, is_offered=False, asks=(field.id,), part_of=field.id)
    for field in (*bank.deprecated_fields, *bank.asked_fields):
        own = (field.id, *(one.text(field.label, f"{field.id}.label") for one in tongues))
        alone = tuple(name for name in field.columns if len(claims[letters_and_digits(name)]) == 1)
        sharing = claims.get(letters_and_digits(field.id), [])
        reader: Reader = PartsTogether(readers[field.id]) if field.parts else readers[field.id]
        if len(sharing) > 1:
            reader = SeveralFields(_known_as(bank, sharing), without_numbers, reader)
        asks = (*_asks(bank, field), *sharing)
        read = illnesses.guarded(reader, asks).read
        yield replace(_column(field, (*own, *alone), read, is_offered=field in bank.asked_fields), asks=asks)


def _column(field: FormField, names: tuple[str, ...], read: Callable[[str], Answered], *, is_offered: bool) -> Column:
    ids = tuple(option.id for option in field.options)
    example = "" if field.detail else SEPARATORS[0].join(ids[: 1 if field.kind == "one" else 2])
    return Column(field.id, names, read, ids, example, is_offered)


def _asks(bank: Bank, field: FormField) -> tuple[str, ...]:
    """Return the fields of today's form that a field asks: itself, or what takes the place of an earlier one."""
    if field not in bank.former_fields:
        return field.gathers or (field.id,)
    means = (phrase.means for phrase in bank.phrases if any(said.startswith(field.id + SETS) for said in phrase.said))
    return tuple(dict.fromkeys(chain.from_iterable(means)))


def _claims(bank: Bank) -> Mapping[str, list[str]]:
    """Return the ids of the fields that name each heading, whose own name it is first."""
    claims: dict[str, list[str]] = defaultdict(list)
    for field in bank.asked_fields:
        for heading in dict.fromkeys(map(letters_and_digits, field.columns)):
            claims[heading].append(field.id)
    for heading, ids in claims.items():
        ids.sort(key=lambda id_: letters_and_digits(id_) != heading)
    return claims


def _mixed(claims: Mapping[str, list[str]], own: Mapping[str, object]) -> Mapping[tuple[str, ...], list[str]]:
    """Return the headings that several fields name, by those fields; a field's own name is not among them."""
    names = {letters_and_digits(id_) for id_ in own}
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for heading, ids in claims.items():
        if len(ids) > 1 and heading not in names:
            found[tuple(ids)].append(heading)
    return found


def _known_as(bank: Bank, ids: Sequence[str]) -> Mapping[str, FormField]:
    """Return the fields of those ids, by the ids by which their words are known."""
    return {name: bank.field(id_) for id_ in ids for name in _named_in_words(bank, bank.field(id_))}


def _reader(bank: Bank, field: FormField, tongues: Sequence[Translator], words: Vocabulary) -> OneField:
    ids, labels = [option.id for option in field.options], labels_of(field, tongues)
    shown, known = Choices.of(ids, labels), Choices.of(ids, [*labels, *words_of(field)])
    return OneField(field, shown, known, words, _named_in_words(bank, field), (field.id, *field.columns))


def _named_in_words(bank: Bank, field: FormField) -> frozenset[str]:
    """Return the fields whose words answer this one: of fields with the same options, the gathering one has them."""
    return frozenset([field.id, *(one.id for one in bank.fields if one.gathers and one.options == field.options)])
