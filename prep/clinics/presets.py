"""Warns of answers that come ticked for every patient of a clinic and tell of a person's own illness.

Whoever does not look would take a wrong stage along. It may be meant, in a clinic for one illness alone, so it is told
and not refused.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from prep.bank.bank import Bank
from prep.bank.yaml_file import YamlFile
from prep.clinics.loader import CLINICS
from prep.file_problems import Problem


def preset_warnings(path: Path, bank: Bank) -> Sequence[Problem]:
    """Return what to look at once more in the clinics file at `path`, which loads; each with its line."""
    file = YamlFile(path)
    return [
        file.problem((CLINICS, index, "answers", field), _warning(field))
        for index, field in _presets(file.data)
        if not _may_come_ticked(bank, field)
    ]


def _presets(data: dict[str, list[dict[str, dict[str, object]]]]) -> Iterator[tuple[int, str]]:
    for index, entry in enumerate(data.get(CLINICS, ())):
        for field in entry.get("answers", ()):
            yield index, field


def _may_come_ticked(bank: Bank, field_id: str) -> bool:
    return any(field.may_come_ticked for field in bank.accepted_fields if field.id == field_id)


def _warning(field_id: str) -> str:
    return (
        f"answers: {field_id} comes ticked for every patient, and it tells of the person's own illness."
        " Whoever overlooks it gets wrong questions. Leave it out, unless all your patients are alike."
    )
