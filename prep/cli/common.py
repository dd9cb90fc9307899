"""What every command starts from: the settings and a bank that loads, or one sentence that says why not."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from prep import settings
from prep.bank.bank import Bank
from prep.bank.loader import load
from prep.bank.vocabulary import named
from prep.checklist.answers import Answers
from prep.checklist.former_answers import current_answers
from prep.clinics.framing import check_frames
from prep.clinics.loader import load as load_clinics
from prep.clinics.models import NO_CLINIC, Clinic
from prep.clinics.presets import preset_warnings
from prep.export.logo_check import check_logos
from prep.file_problems import FileError
from prep.i18n import Translator, translators
from prep.web.blueprints import CLINICS


def read_settings() -> settings.Settings:
    """Return the settings in the environment, or end the command with a sentence."""
    try:
        return settings.read(os.environ)
    except settings.SettingsError as error:
        raise click.ClickException(str(error)) from error


def open_bank(path: Path) -> Bank:
    """Return the bank at `path`, or end the command with everything that is wrong with it."""
    try:
        return load(path)
    except FileError as error:
        raise click.ClickException(f"the question bank cannot be used.\n{error}") from error


def open_clinics(path: Path | None, bank: Bank) -> Mapping[str, Clinic]:
    """Return the clinics at `path`, or end the command with everything that is wrong with them."""
    try:
        return load_clinics(path, bank, translators()) if path else {}
    except FileError as error:
        raise click.ClickException(f"the clinics file cannot be used.\n{error}") from error


def open_served_clinics(chosen: settings.Settings, bank: Bank) -> Mapping[str, Clinic]:
    """Return the chosen clinics, with a warning where one should be looked at, or end the command where it must."""
    clinics = open_clinics(chosen.clinics, bank)
    try:
        check_frames(clinics, chosen.base_url)
        check_logos(clinics)
    except settings.SettingsError as error:
        raise click.ClickException(str(error)) from error
    for warning in preset_warnings(chosen.clinics, bank) if chosen.clinics else ():
        click.echo(f"Warning: {warning}", err=True)
    return clinics


def open_clinic(slug: str | None, path: Path | None, bank: Bank) -> Clinic:
    """Return the clinic of this name, nobody's where none is named, or end the command with a sentence."""
    if slug is None:
        return NO_CLINIC
    if path is None:
        raise click.BadParameter("there are no clinics; PREP_CLINICS names their file", param_hint="--clinic")
    known = open_clinics(path, bank)
    if slug not in known:
        raise click.BadParameter(f"{slug!r}: the clinics are {', '.join(known)}", param_hint="--clinic")
    return known[slug]


def languages_of(clinic: Clinic) -> Mapping[str, Translator]:
    """Return the languages that a clinic's lists come in, the one it names first before others, or all that we have."""
    languages = translators()
    return {lang: languages[lang] for lang in clinic.languages} if clinic.languages else languages


def start_address(base_url: str | None, clinic: Clinic) -> str | None:
    """Return the address of the start page, as it is printed; none where the address of the site is not known."""
    return base_url and (f"{base_url}/{CLINICS}/{clinic.slug}/" if clinic.has_pages else f"{base_url}/")


def answers_given(bank: Bank, given: Sequence[str]) -> Answers:
    """Return the answers of `--answer field=option` options, or end the command with a sentence."""
    chosen: dict[str, list[str]] = {}
    fields = {field.id: field for field in bank.accepted_fields}
    for answer in given:
        field, _equals, option = answer.partition("=")
        if field not in fields:
            raise click.BadParameter(f"{answer!r}: the fields are {', '.join(fields)}", param_hint="--answer")
        options = [one.id for one in fields[field].options]
        option = named(fields[field], option) or option
        if option not in options:
            raise click.BadParameter(f"{answer!r}: {field} is one of {', '.join(options)}", param_hint="--answer")
        if fields[field].kind == "one" and field in chosen:
            raise click.BadParameter(f"{answer!r}: {field} takes one answer only", param_hint="--answer")
        chosen.setdefault(field, []).append(option)
    return current_answers(bank, Answers.of(chosen))
