"""Reads `questions.yaml` into a `Bank`, or says everything that is wrong with it and where."""

from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prep.bank import references
from prep.bank.bank import Bank
from prep.bank.yaml_file import YamlFile, id_of
from prep.file_problems import Fault, FileError, Place


class BankFile(YamlFile):
    """A parsed bank file."""

    def __init__(self, path: Path) -> None:
        """Parse the file.

        Raises:
            FileError: it cannot be read, or is no YAML mapping.
        """
        super().__init__(path)
        if not isinstance(self.data, dict):
            raise FileError([self.problem((), "the file must hold sources, fields, sections and questions")])

    def bank(self) -> Bank:
        """Return the bank.

        Raises:
            FileError: with every problem found.
        """
        try:
            bank = Bank.model_validate(self.data)
        except ValidationError as error:
            faults = [(one["loc"], _plain(one)) for one in error.errors()]
            faults += self._faults_elsewhere({place[:2] for place, _ in faults if len(place) > 1})
        else:
            faults = list(references.faults(bank))
            if not faults:
                return bank
        raise FileError(self.problem(place, message) for place, message in faults)

    def _faults_elsewhere(self, broken: set[Place]) -> list[Fault]:
        """Check the links of all entries but the broken ones, so that one run tells everything."""
        lists = {key: value for key, value in self.data.items() if isinstance(value, list)}
        sound = {key: [at for at in range(len(ones)) if (key, at) not in broken] for key, ones in lists.items()}
        rest = {key: [lists[key][at] for at in places] for key, places in sound.items()}
        trusted = {id_of(lists[key][at]) for key, at in broken if key in lists and isinstance(at, int)}
        try:
            bank = Bank.model_validate({**self.data, **rest})
        except ValidationError:
            return []  # without a whole list there is nothing to link to
        return [
            ((kind, sound[str(kind)][int(index)], *place), message)
            for (kind, index, *place), message in references.faults(bank, trusted)
        ]


def load(path: Path) -> Bank:
    """Return the bank in the file at `path`.

    Raises:
        FileError: with every problem as file, line, column and message.
    """
    return BankFile(path).bank()


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
