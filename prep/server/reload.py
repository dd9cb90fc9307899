"""Reloads bank and clinics while the server runs, on SIGHUP. If either is wrong, it keeps both."""

import logging
from collections.abc import Callable

from flask import Flask

from prep.bank.loader import load as load_bank
from prep.clinics.framing import check_frames
from prep.clinics.loader import load as load_clinics
from prep.clinics.presets import preset_warnings
from prep.export.logo_check import check_logos
from prep.file_problems import FileError
from prep.i18n import translators
from prep.settings import Settings, SettingsError
from prep.web.site import renew

logger = logging.getLogger("prep.server.reload")


def reloader(app: Flask, settings: Settings) -> Callable[[], None]:
    """Return the function that reads bank and clinics again for `app`. The log says what came of it."""

    def reload() -> None:
        try:
            bank = load_bank(settings.bank)
            clinics = load_clinics(settings.clinics, bank, translators()) if settings.clinics else {}
            check_frames(clinics, settings.base_url)
            check_logos(clinics)
        except FileError as error:
            _kept("; ".join(map(str, error.problems)))
        except SettingsError as error:
            _kept(str(error))
        except Exception as error:  # whatever it is, the server must outlive it
            _kept(f"reading failed with {type(error).__name__}")
        else:
            for warning in preset_warnings(settings.clinics, bank) if settings.clinics else ():
                logger.warning("Warning: %s", warning)
            renew(app, bank, clinics)
            logger.info(
                "Bank and clinics were read again: %d questions, %d clinics.", len(bank.questions), len(clinics)
            )

    return reload


def _kept(reason: str) -> None:
    logger.error("Bank and clinics stay as they were: %s", reason)
