"""Words the review status of a bank. This is the one place where it is said that a clinician reviewed anything."""

from datetime import date
from typing import Protocol

from prep.i18n import Translator, noop

_UNSIGNED = noop("Sources checked on %(day)s, not yet reviewed by a clinician.")
_SIGNED = noop("Sources checked on %(day)s, reviewed by a clinician.")


class Vouched(Protocol):
    """A bank, a list from it or one of its questions."""

    @property
    def last_checked(self) -> date:
        """The day before which no source was compared."""

    @property
    def is_reviewed(self) -> bool:
        """Whether a clinician signed all of it."""


def standing(translator: Translator, vouched: Vouched) -> str:
    """Return the sentence about sources and review. Nothing more may be claimed until all of it is signed."""
    sentence = _SIGNED if vouched.is_reviewed else _UNSIGNED
    return translator.gettext(sentence) % {"day": translator.date(vouched.last_checked)}
