"""Languages: finds the catalogs and puts interface and bank into the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.lists import format_list
from babel.support import NullTranslations, Translations

from prep.paths import TRANSLATIONS
from prep.text import noop as noop

ENGLISH = "en"

_UNTRANSLATED = NullTranslations()


@dataclass(frozen=True)
class Translator:
    """One language: its messages, its dates, and the direction in which it is written."""

    lang: str
    messages: NullTranslations = field(default=_UNTRANSLATED, repr=False)

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return self._locale.text_direction

    @property
    def name(self) -> str:
        """Return the language's own name for itself."""
        return self._locale.get_display_name() or self.lang

    def gettext(self, message: str) -> str:
        """Translate an interface message."""
        return str(self.messages.ugettext(message))

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Translate an interface message about `count` things."""
        return str(self.messages.ungettext(singular, plural, count))

    def text(self, english: str, context: str) -> str:
        """Translate a text of the bank; its id is the context, so that changed English is noticed."""
        return str(self.messages.upgettext(context, english))

    def date(self, day: date) -> str:
        """Write a date in full, as the language does."""
        return format_date(day, "long", locale=self._locale)

    def list(self, parts: Sequence[str]) -> str:
        """Join parts into one enumeration, as the language does."""
        return format_list(parts, "unit", locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.lang)


def preferred(accepted: Iterable[str], offered: Sequence[str]) -> str:
    """Return the language offered that a reader likes best (German for Austrian German), or else the first."""
    return negotiate_locale(accepted, offered, sep="-") or offered[0]


def translators(folder: Path = TRANSLATIONS) -> Mapping[str, Translator]:
    """Return a translator for English and for each catalog in `folder`."""
    catalogs = sorted(folder.glob("*/LC_MESSAGES/messages.mo"))
    languages = [path.parent.parent.name for path in catalogs]
    found = {lang: Translator(lang, Translations.load(folder, [lang])) for lang in languages}
    return {ENGLISH: Translator(ENGLISH), **found}
