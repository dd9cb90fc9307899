"""What every command starts from: the settings and a bank that loads, or one sentence that says why not."""

import os
from pathlib import Path

import click

from prep import settings
from prep.bank import Bank
from prep.loader import BankError, load


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
