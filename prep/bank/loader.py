"""Reads `questions.yaml` into a `Bank`, or says everything that is wrong with it and where."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from yaml import YAMLError as QuickYAMLError

from prep.bank import quick_yaml, references
from prep.bank.bank import Bank
from prep.file_problems import Fault, Place, Problem


class BankError(Exception):
    """The bank cannot be used. `problems` holds every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BankFile:
    """A parsed bank file that remembers where each value stands."""

    def __init__(self, path: Path) -> None:
        """Parse the file.

        Raises:
            BankError: it cannot be read, or is no YAML mapping.
        """
        self._name = path.name
        try:
            self._data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise BankError([self._problem(1, 1, f"cannot be read: {error.strerror}")]) from error
        except UnicodeDecodeError as error:
            raise BankError([self._problem(1, 1, f"is not UTF-8 text: {error.reason}")]) from error
        except YAMLError as error:
            raise BankError([self._syntax_problem(error)]) from error
        except (ValueError, OverflowError, RecursionError) as error:  # such as February 31; it does not say where
            raise BankError([self._problem(1, 1, f"holds a value that cannot be read: {error}")]) from error
        if not isinstance(self._data, CommentedMap):
            raise BankError([self._problem(1, 1, "the file must hold sources, fields, sections and questions")])

    def bank(self) -> Bank:
        """Return the bank.

        Raises:
            BankError: with every problem found.
        """
        try:
            bank = Bank.model_validate(self._data)
        except ValidationError as error:
            faults = [(one["loc"], _plain(one)) for one in error.errors()]
            faults += self._faults_elsewhere({place[:2] for place, _ in faults if len(place) > 1})
        else:
            faults = list(references.faults(bank))
            if not faults:
                return bank
        raise BankError([self.problem(place, message) for place, message in faults])

    def problem(self, place: Place, message: str) -> Problem:
        """Say `message` about the value at `place`, naming the entry that it belongs to."""
        line, column = self._position(place)
        return self._problem(line, column, self._entry(place) + message)

    def _position(self, place: Place) -> tuple[int, int]:
        here, position = self._data, (0, 0)
        for step in place:
            try:
                position = here.lc.value(step) if isinstance(here, CommentedMap) else here.lc.item(step)
                here = here[step]
            except (AttributeError, KeyError, IndexError, TypeError):
                break  # a value that is missing is looked for where it should stand
        return position[0] + 1, position[1] + 1

    def _entry(self, place: Place) -> str:
        """Name the entry that `place` is in: "question 'scan-frequency': "."""
        match place:
            case (str(kind), int(index), *_):
                id_ = _id_of(self._data[kind][index])
                return f"{kind.removesuffix('s')} {repr(id_) if id_ else f'number {index + 1}'}: "
            case _:
                return ""

    def _faults_elsewhere(self, broken: set[Place]) -> list[Fault]:
        """Check the links of all entries but the broken ones, so that one run tells everything."""
        lists = {key: value for key, value in self._data.items() if isinstance(value, CommentedSeq)}
        sound = {key: [at for at in range(len(ones)) if (key, at) not in broken] for key, ones in lists.items()}
        rest = {key: [lists[key][at] for at in places] for key, places in sound.items()}
        trusted = {_id_of(lists[key][at]) for key, at in broken if key in lists and isinstance(at, int)}
        try:
            bank = Bank.model_validate({**self._data, **rest})
        except ValidationError:
            return []  # without a whole list there is nothing to link to
        return [
            ((kind, sound[str(kind)][int(index)], *place), message)
            for (kind, index, *place), message in references.faults(bank, trusted)
        ]

    def _problem(self, line: int, column: int, message: str) -> Problem:
        return Problem(self._name, line, column, message)

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        if mark is None:
            return self._problem(1, 1, f"is not valid YAML: {error}")
        said = str(cast("MarkedYAMLError", error).problem).splitlines()[0]
        return self._problem(mark.line + 1, mark.column + 1, f"is not valid YAML: {said}")


def load(path: Path) -> Bank:
    """Return the bank in the file at `path`.

    Raises:
        BankError: with every problem as file, line, column and message.
    """
    return _sound(path) or BankFile(path).bank()


def _sound(path: Path) -> Bank | None:
    """Return the bank if nothing is wrong with it, without finding out what is."""
    try:
        bank = Bank.model_validate(quick_yaml.read(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, QuickYAMLError, ValidationError):
        return None
    return None if any(references.faults(bank)) else bank


def _plain(error: ErrorDetails) -> str:
    """Say what pydantic found as an editor would put it."""
    is_about_an_entry = len(error["loc"]) == 2
    keys = [] if is_about_an_entry else [step for step in error["loc"] if isinstance(step, str)]
    said = {
        "missing": "is missing",
        "extra_forbidden": "is not a known key",
        "string_too_short": "is empty",
        "too_short": "needs at least one",
        "string_pattern_mismatch": "is an id: use small letters, digits and hyphens, such as 'scan-frequency'",
        "date_from_datetime_parsing": "is a date: write it like 2026-11-22",
        "date_type": "is a date: write it like 2026-11-22",
    }.get(error["type"], error["msg"][0].lower() + error["msg"][1:])
    return f"{keys[-1]}: {said}" if keys else said


def _id_of(entry: object) -> str:
    return str(entry.get("id", "")) if isinstance(entry, CommentedMap) else ""
