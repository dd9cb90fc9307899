"""What every command starts from: the settings and a bank that loads, or one sentence that says why not."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from flask import Flask

from prep import settings, site
from prep.bank import Bank
from prep.clinics import Clinic
from prep.clinics_file import ClinicsError
from prep.clinics_file import load as load_clinics
from prep.i18n import translators
from prep.loader import BankError, load

logger = logging.getLogger("prep.clinics")


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
    except BankError as error:
        raise click.ClickException(f"the question bank cannot be used.\n{error}") from error


def open_clinics(path: Path | None, bank: Bank) -> Mapping[str, Clinic]:
    """Return the clinics at `path`, or end the command with everything that is wrong with them."""
    try:
        return load_clinics(path, bank, translators()) if path else {}
    except ClinicsError as error:
        raise click.ClickException(f"the clinics file cannot be used.\n{error}") from error


def clinics_reader(app: Flask, path: Path | None, bank: Bank) -> Callable[[], None]:
    """Return what reads the clinics again. Where the file is wrong, `app` keeps what it had, and the log says why."""

    def read_again() -> None:
        if path is None:
            return
        try:
            clinics = load_clinics(path, bank, translators())
        except ClinicsError as error:
            logger.error("The clinics stay as they were: %s", "; ".join(map(str, error.problems)))
        else:
            site.renew(app, clinics)
            logger.info("The clinics were read again: %d.", len(clinics))

    return read_again
