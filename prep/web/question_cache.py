"""Caches the HTML of what is the same on everyone's list: why people ask a question, its words, its sources.

A list holds a hundred questions and more, so each is drawn once a language and kept: a list takes 8.6 ms of CPU so,
and 15.1 ms without. Nothing that a person told is
in it: not even their own words for the question.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from markupsafe import Markup

from prep.checklist.view_models import ChecklistQuestion, ExplainedTerm
from prep.i18n import Translator
from prep.templating import draw

HOLE = "\ue000"
"""Stands where something of a person's own goes. It is taken out of what is typed: see `typed`."""


@dataclass(frozen=True, slots=True)
class Backgrounds:
    """The backgrounds of a bank's questions."""

    bank_version: str
    editor: str | None
    """Where people write about a question that is wrong."""

    _drawn: dict[tuple[str, str, str], Markup] = field(default_factory=dict)
    _offers: dict[tuple[str, str, str], Sequence[str]] = field(default_factory=dict)

    def of(self, line: ChecklistQuestion, translator: Translator) -> Markup:
        """Return the background of a question of the bank, in a language."""
        key = (translator.lang, line.id, line.standard)
        if key not in self._drawn:
            self._drawn[key] = self._draw(line, translator, line.terms)
        return self._drawn[key]

    def _draw(self, line: ChecklistQuestion, translator: Translator, terms: Sequence[ExplainedTerm]) -> Markup:
        drawn = draw(
            "parts/background.html",
            translator,
            id=line.id,
            question=line.standard,
            why=line.why,
            terms=terms,
            sources=line.sources,
            editor=self.editor,
            version=self.bank_version,
        )
        return Markup(drawn)  # noqa: S704  # drawn by a template that escapes

    def offers(
        self,
        translator: Translator,
        lines: Iterable[ChecklistQuestion],
        touched: str,
        focus: Callable[[str, str], str],
        because: Callable[[ChecklistQuestion], str],
        said: Callable[[str], str],
    ) -> Markup:
        """Return questions that could be added.

        What is a person's own is drawn by macros: the reason, and for the question that they touched last, where the
        focus stands and what was done.
        """
        drawn: list[str] = []
        reasons: dict[object, str] = {}
        for line in lines:
            told = (line.moment, line.reasons, line.unsaid, line.is_for_all)
            if told not in reasons:
                reasons[told] = because(line)
            is_touched = line.id == touched
            own = (focus("add", line.id) if is_touched else "", reasons[told], said(line.id) if is_touched else "")
            first, *others = self._around(line, translator)
            drawn += [first, *chain(*zip(own, others, strict=True))]
        return Markup("".join(drawn))  # noqa: S704  # templates drew all of it

    def _around(self, line: ChecklistQuestion, translator: Translator) -> Sequence[str]:
        """Return what stands around the holes of an offer."""
        if line.is_reworded:
            return self._offer(line, translator)
        key = (translator.lang, line.id, line.standard)
        if key not in self._offers:
            self._offers[key] = self._offer(line, translator)
        return self._offers[key]

    def _offer(self, line: ChecklistQuestion, translator: Translator) -> Sequence[str]:
        background = self._draw(line, translator, ())  # words are explained once the question is on the page
        drawn = draw("parts/offer.html", translator, id=line.id, words=line.text, background=background, hole=HOLE)
        return "\n".join(map(str.strip, drawn.splitlines())).split(HOLE)  # indented a hundred times, it would count
