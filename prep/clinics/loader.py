"""Reads the clinics file (YAML), or says everything that is wrong with it and where."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prep.bank.bank import Bank
from prep.bank.yaml_file import YamlFile
from prep.checklist.answers import Answers
from prep.checklist.former_answers import current_answers
from prep.clinics.models import FOLDER, Clinic
from prep.file_problems import Fault, FileError, Place, Problem

CLINICS = "clinics"
"""The key above all clinics, which are a list."""

WAS_TOML = (
    "is a TOML file, and clinics are written in YAML now: start with “clinics:”, put “- ” before each clinic's first"
    " key, and “key: value” for “key = value”; .github/CLINICS.md has an example"
)
NO_LIST = "write “clinics:”, and below it each clinic with “- ” before its first key"

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


def load(path: Path, bank: Bank, languages: Collection[str]) -> Mapping[str, Clinic]:
    """Return the clinics in the file at `path`, each under its slug.

    Raises:
        FileError: with every problem as file, line, column and message.
    """
    if path.suffix == ".toml":
        raise FileError([Problem(path.name, 1, 1, WAS_TOML)])
    file = YamlFile(path)
    found: dict[str, Clinic] = {}
    entries = dict(_entries(file.data))
    faults = [*_strangers(file.data), *_repeats(entries)]
    for index, entry in entries.items():
        at: Place = (CLINICS, index)
        faults += [((*at, *place), message) for place, message in _links(entry, bank, languages)]
        try:
            clinic = Clinic.model_validate(entry, context={FOLDER: path.resolve().parent})
        except ValidationError as error:
            faults += [((*at, *one["loc"]), _plain(one)) for one in error.errors()]
        else:
            found[clinic.slug] = clinic.model_copy(update={"answers": _in_todays_fields(bank, clinic)})
    if faults:
        raise FileError(file.problem(place, message) for place, message in faults)
    return found


def _in_todays_fields(bank: Bank, clinic: Clinic) -> Mapping[str, tuple[str, ...]]:
    usual = current_answers(bank, Answers.of(clinic.answers))
    return {field: tuple(sorted(options)) for field, options in usual.by_field.items()}


def _entries(data: object) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the clinics and their places in the list, as far as they are written as such."""
    entries = data.get(CLINICS) if isinstance(data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield index, entry


def _strangers(data: object) -> Iterator[Fault]:
    """Yield what is no clinic."""
    if not isinstance(data, dict):
        yield (), NO_LIST
        return
    for key in data:
        if key != CLINICS:
            yield (key,), f"{key}: is not a known key; {NO_LIST}"
    entries = data.get(CLINICS, [])
    if not isinstance(entries, list) or len(list(_entries(data))) != len(entries):
        yield (CLINICS,), NO_LIST


def _repeats(entries: Mapping[int, Mapping[str, object]]) -> Iterator[Fault]:
    seen: set[object] = set()
    for index, entry in entries.items():
        slug = entry.get("slug")
        if isinstance(slug, str) and slug in seen:
            yield (CLINICS, index, "slug"), "the slug is used twice"
        seen.add(str(slug))


def _links(entry: Mapping[str, object], bank: Bank, languages: Collection[str]) -> Iterator[Fault]:
    """Yield each default answer and language that we do not have; also where other keys are wrong."""
    answers = entry.get("answers")
    fields = {field.id: field for field in bank.accepted_fields}
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
    spoken = entry.get("languages")
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
