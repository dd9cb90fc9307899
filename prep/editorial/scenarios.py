"""Reads a file of scenarios: people, each with a name, their answers, and what else a test expects of their list."""

from pathlib import Path

from prep.bank.bank import Bank
from prep.bank.yaml_file import YamlFile
from prep.checklist.answers import Answers
from prep.checklist.former_answers import current_answers
from prep.file_problems import FileError, Problem


def read_people(path: Path, bank: Bank) -> tuple[Answers, ...]:
    """Return what each person in the file answers, in the bank's fields; ids of earlier banks are understood.

    Raises:
        FileError: it is no list of people with `answers`, or a person gives an answer that the bank does not know.
    """
    file = YamlFile(path)
    if not isinstance(file.data, list):
        raise FileError([file.problem((), "the file must hold a list of people, each with `answers`")])
    known = {(field.id, option.id) for field in bank.accepted_fields for option in field.options}
    people: list[Answers] = []
    problems: list[Problem] = []
    for place, person in enumerate(file.data):
        told = {
            field: [chosen] if isinstance(chosen, str) else chosen
            for field, chosen in person.get("answers", {}).items()
        }
        unknown = {(field, option) for field, options in told.items() for option in options} - known
        problems += [file.problem((place,), f"no such answer: {field}: {option}") for field, option in sorted(unknown)]
        people.append(current_answers(bank, Answers.of(told)))
    if problems:
        raise FileError(problems)
    return tuple(people)
