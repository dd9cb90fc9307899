"""Draws what is the same on everyone's list: why people ask a question, its words explained, its sources.

A list holds a hundred questions and more, so each is drawn once a language and kept. Nothing that a person told is in
it: not even their own words for the question.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from prep.i18n import Translator
from prep.lines import Line
from prep.templating import draw


@dataclass(frozen=True, slots=True)
class Backgrounds:
    """The backgrounds of a bank's questions."""

    bank_version: str
    editor: str | None
    """Where people write about a question that is wrong."""

    _drawn: dict[tuple[str, str], Markup] = field(default_factory=dict)

    def of(self, line: Line, translator: Translator) -> Markup:
        """Return the background of a question of the bank, in a language."""
        key = (translator.lang, line.id)
        if key not in self._drawn:
            drawn = draw(
                "parts/background.html",
                translator,
                id=line.id,
                question=line.standard,
                why=line.why,
                terms=line.terms,
                sources=line.sources,
                editor=self.editor,
                version=self.bank_version,
            )
            self._drawn[key] = Markup(drawn)  # noqa: S704  # drawn by a template that escapes
        return self._drawn[key]
