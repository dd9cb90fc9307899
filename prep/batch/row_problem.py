"""One thing to mend in a list of visits: in a row of it, or in the list as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prep.i18n import Translator
from prep.i18n import noop as _

SHOWN = 100
"""Characters of a cell that a message repeats."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Where, what stands there, and what was expected."""

    sentences: Sequence[tuple[str, Mapping[str, str]]]
    column: str = ""
    value: str = ""

    def told(self, translator: Translator) -> str:
        """Return it as a line to read."""
        expected = self.reason(translator)
        if not self.column:
            return expected
        value = self.value if len(self.value) <= SHOWN else self.value[:SHOWN] + "…"
        place = translator.gettext(_("%(column)s is “%(value)s”.")) % {"column": self.column, "value": value}
        return f"{place} {expected}"

    def reason(self, translator: Translator) -> str:
        """Return what was expected."""
        return " ".join(translator.gettext(text) % values for text, values in self.sentences)


class VisitsError(Exception):
    """The file is no list of visits. Holds what it is, and what to mend."""

    def __init__(self, *sentences: tuple[str, Mapping[str, str]]) -> None:
        super().__init__()
        self.trouble = RowProblem(sentences)
