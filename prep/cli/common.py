"""What every command starts from: the settings and a bank that loads, or one sentence that says why not."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import click
from flask import Flask

from prep import settings
from prep.bank.bank import Bank
from prep.bank.loader import BankError, load
from prep.clinics.loader import ClinicsError
from prep.clinics.loader import load as load_clinics
from prep.clinics.models import Clinic
from prep.i18n import Translator, translators
from prep.web import site

logger = logging.getLogger("prep.cli.common")


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


def open_served_clinics(chosen: settings.Settings, bank: Bank) -> Mapping[str, Clinic]:
    """Return the chosen clinics, or end the command if a site could not show their pages in a frame, as it should."""
    clinics = open_clinics(chosen.clinics, bank)
    try:
        _check_frames(clinics, chosen.base_url)
    except settings.SettingsError as error:
        raise click.ClickException(str(error)) from error
    return clinics


def open_clinic(slug: str | None, path: Path | None, bank: Bank) -> Clinic | None:
    """Return the clinic of this name, if one is named, or end the command with a sentence."""
    if slug is None:
        return None
    if path is None:
        raise click.BadParameter("there are no clinics; PREP_CLINICS names their file", param_hint="--clinic")
    known = open_clinics(path, bank)
    if slug not in known:
        raise click.BadParameter(f"{slug!r}: the clinics are {', '.join(known)}", param_hint="--clinic")
    return known[slug]


def languages_of(clinic: Clinic | None) -> Mapping[str, Translator]:
    """Return the languages that a clinic's lists come in, the one it names first before others, or all that we have."""
    languages = translators()
    return {lang: languages[lang] for lang in clinic.languages} if clinic and clinic.languages else languages


def start_address(base_url: str | None, clinic: Clinic | None) -> str | None:
    """Return the address of the start page, as it is printed; none where the address of the site is not known."""
    return base_url and (f"{base_url}/{site.CLINICS}/{clinic.slug}/" if clinic else f"{base_url}/")


def reader(app: Flask, chosen: settings.Settings) -> Callable[[], None]:
    """Return what reads bank and clinics again. If either is wrong, `app` keeps both, and the log says why."""

    def read_again() -> None:
        try:
            bank = load(chosen.bank)
            clinics = load_clinics(chosen.clinics, bank, translators()) if chosen.clinics else {}
            _check_frames(clinics, chosen.base_url)
        except (BankError, ClinicsError) as error:
            logger.error("Bank and clinics stay as they were: %s", "; ".join(map(str, error.problems)))
        except settings.SettingsError as error:
            logger.error("Bank and clinics stay as they were: %s", error)
        except Exception as error:  # whatever it is, the server must outlive it
            logger.error("Bank and clinics stay as they were: reading failed with %s", type(error).__name__)
        else:
            site.renew(app, bank, clinics)
            logger.info(
                "Bank and clinics were read again: %d questions, %d clinics.", len(bank.questions), len(clinics)
            )

    return read_again


def _check_frames(clinics: Mapping[str, Clinic], base_url: str | None) -> None:
    for clinic in clinics.values():
        secure = [origin for origin in clinic.embed_origins if origin.startswith("https:")]
        if secure and not settings.is_trusted(base_url):
            raise settings.SettingsError(
                f"PREP_BASE_URL is {base_url or 'not set'}, and the clinic {clinic.slug!r} lets {secure[0]} show its"
                " pages in a frame. Browsers show nothing but https there. Give the public address, such as"
                " https://prep.example.org; to try it out on this machine, http://127.0.0.1 and the port will do."
            )
