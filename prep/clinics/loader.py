"""Reads the clinics file (TOML), or says everything that is wrong with it and where."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from tomlkit.exceptions import ParseError, TOMLKitError

from prep.bank.bank import Bank
from prep.clinics.models import FOLDER, Clinic
from prep.file_problems import Fault, Place, Problem

CLINICS = "clinic"
"""The name of the tables: each clinic starts with [[clinic]]."""

_MARK = "\ue000"

_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key",
    "string_too_short": "is empty",
    "too_short": "needs at least one",
    "string_type": "is a text, in quotes",
    "enum": "is 'letter' or 'a4'",
}
_FORMS = {
    "accent": "is a colour in six hexadecimal digits, such as '#155e63'",
    "accent_dark": "is a colour in six hexadecimal digits, such as '#86cfd0'",
    "number": "is no telephone number; write it like '+1 555-010-0199' or '(555) 010-0199 ext. 12'",
    "portal": "is no secure address; write it like 'https://portal.example.org'",
    "embed_origins": "is no origin; write scheme and host only, like 'https://www.example.org'",
    "slug": "is an id: use small letters, digits and hyphens, such as 'riverside'",
}
_FORMS |= dict.fromkeys(("day", "after_hours", "emergency"), _FORMS["number"])


class ClinicsError(Exception):
    """The clinics cannot be used. `problems` holds every reason."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class _File:
    """A parsed file that can tell where a value stands."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._document = tomlkit.parse(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise ClinicsError([Problem(self.name, 1, 1, f"cannot be read: {error.strerror}")]) from error
        except UnicodeDecodeError as error:
            raise ClinicsError([Problem(self.name, 1, 1, f"is not UTF-8 text: {error.reason}")]) from error
        except ParseError as error:
            said = str(error).partition(" at line ")[0]
            raise ClinicsError([Problem(self.name, error.line, error.col + 1, f"is not valid TOML: {said}")]) from error
        except TOMLKitError as error:
            raise ClinicsError([Problem(self.name, 1, 1, f"is not valid TOML: {error}")]) from error
        self.data = self._document.unwrap()

    def problem(self, place: Place, message: str) -> Problem:
        """Say `message` about the value at `place`, naming the clinic that it belongs to."""
        line, column = self._position(place)
        return Problem(self.name, line, column, self._clinic(place) + message)

    def _position(self, place: Place) -> tuple[int, int]:
        """Return line and column of a value; of a value that is missing, those of its table's first one.

        The parser keeps every character but no positions. So a mark is put in the value's place, and looked for in
        the text that is written out.
        """
        changed = deepcopy(self._document)
        *way, last = self._value(place)
        spot: Any = changed  # tables and arrays, as deep as the place is
        for step in way:
            spot = spot[step]
        spot[last] = _MARK
        text = changed.as_string()
        at = text.index(f'"{_MARK}"')
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

    def _value(self, place: Place) -> Place:
        """Return the place itself, or the nearest one that holds a value."""
        here: object = self.data
        for depth, step in enumerate(place):
            if not _has(here, step):
                place = place[:depth]
                break
            here = here[step]  # type: ignore[index]  # it has it
        while isinstance(here, dict):
            first = next(iter(here), "slug")
            place, here = (*place, first), here.get(first)
        return place

    def _clinic(self, place: Place) -> str:
        match place:
            case (str(kind), int(index), *_) if kind == CLINICS:
                slug = self.data[CLINICS][index].get("slug")
                return f"clinic {repr(slug) if slug else f'number {index + 1}'}: "
            case _:
                return ""


def _has(here: object, step: str | int) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)


def load(path: Path, bank: Bank, languages: Collection[str]) -> Mapping[str, Clinic]:
    """Return the clinics in the file at `path`, each under its slug.

    Raises:
        ClinicsError: with every problem as file, line, column and message.
    """
    file = _File(path)
    found: dict[str, Clinic] = {}
    faults = [*_strangers(file.data), *_repeats(_tables(file.data))]
    for index, table in enumerate(_tables(file.data)):
        at: Place = (CLINICS, index)
        faults += [((*at, *place), message) for place, message in _links(table, bank, languages)]
        try:
            clinic = Clinic.model_validate(table, context={FOLDER: path.resolve().parent})
        except ValidationError as error:
            faults += [((*at, *one["loc"]), _plain(one)) for one in error.errors()]
        else:
            found[clinic.slug] = clinic
    if faults:
        raise ClinicsError({file.problem(place, message) for place, message in faults})
    return found


def _tables(data: Mapping[str, object]) -> list[dict[str, object]]:
    tables = data.get(CLINICS)
    return [table for table in tables if isinstance(table, dict)] if isinstance(tables, list) else []


def _strangers(data: Mapping[str, object]) -> Iterator[Fault]:
    """Yield what is no clinic."""
    for key in data:
        if key != CLINICS:
            yield (key,), f"{key}: is not a known key; each clinic starts with [[{CLINICS}]]"
    if not isinstance(data.get(CLINICS, []), list) or len(_tables(data)) != len(data.get(CLINICS, [])):  # type: ignore[arg-type]
        yield (CLINICS,), f"write [[{CLINICS}]], in two pairs of brackets, before each clinic"


def _repeats(tables: Sequence[Mapping[str, object]]) -> Iterator[Fault]:
    slugs = [table.get("slug") for table in tables]
    for index, slug in enumerate(slugs):
        if slug is not None and slug in slugs[:index]:
            yield (CLINICS, index, "slug"), "the slug is used twice"


def _links(table: Mapping[str, object], bank: Bank, languages: Collection[str]) -> Iterator[Fault]:
    """Yield each default answer and language that we do not have; also where other keys are wrong."""
    answers = table.get("answers")
    fields = {field.id: field for field in bank.fields}
    for field, given in answers.items() if isinstance(answers, dict) else ():
        options = [given] if isinstance(given, str) else given if isinstance(given, list) else []
        if field not in fields:
            yield ("answers", field), f"the form asks for no {field!r}; its fields are {', '.join(fields)}"
            continue
        offered = [option.id for option in fields[field].options]
        for index, option in enumerate(options):
            if option not in offered:
                place = ("answers", field) if isinstance(given, str) else ("answers", field, index)
                yield place, f"{field} has no answer {option!r}; its answers are {', '.join(offered)}"
        if fields[field].kind == "one" and len(options) > 1:
            yield ("answers", field), f"{field} takes one answer only"
    spoken = table.get("languages")
    for index, lang in enumerate(spoken if isinstance(spoken, list) else ()):
        if lang not in languages:
            yield ("languages", index), f"we do not have the language {lang!r}; we have {', '.join(languages)}"


def _plain(error: ErrorDetails) -> str:
    """Say what pydantic found as a web editor would put it."""
    key = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "")
    said = _SAID.get(error["type"], error["msg"][0].lower() + error["msg"][1:])
    if error["type"] == "string_pattern_mismatch":
        said = _FORMS.get(key, "is an id: use small letters, digits and hyphens")
    return f"{key}: {said}" if key else said
