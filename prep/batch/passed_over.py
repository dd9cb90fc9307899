"""Remembers which lines below the headings are no visits, and why: nobody goes without a page silently."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from prep.i18n import Translator
from prep.i18n import noop as _

Span = tuple[int, int, str]
"""The first and the last of rows that stand together; and of one that stands for itself, whose it is."""

MOST_NAMES = 40
"""Names that are remembered for each reason. A workbook may hide ten thousand rows."""


class Why(Enum):
    """The reasons."""

    HIDDEN = "hidden"
    EXAMPLE = "example"
    HEADINGS = "headings"
    TOTAL = "total"
    NOTHING = "nothing"
    NOTE = "note"


SAID = {
    Why.HIDDEN: (
        _("Row %(rows)s is hidden in the workbook, so it is left out."),
        _("Rows %(rows)s are hidden in the workbook, so they are left out."),
    ),
    Why.EXAMPLE: (
        _("Row %(rows)s is the example of the empty list, so it is left out."),
        _("Rows %(rows)s are the example of the empty list, so they are left out."),
    ),
    Why.HEADINGS: (
        _("Row %(rows)s repeats the headings, so it is left out."),
        _("Rows %(rows)s repeat the headings, so they are left out."),
    ),
    Why.TOTAL: (
        _("Row %(rows)s only counts others, as a total does, so it is left out."),
        _("Rows %(rows)s only count others, as totals do, so they are left out."),
    ),
    Why.NOTHING: (
        _("Row %(rows)s holds nothing in columns that are read, so it is left out."),
        _("Rows %(rows)s hold nothing in columns that are read, so they are left out."),
    ),
    Why.NOTE: (
        _("Row %(rows)s is a note on the list, and no visit, so it is left out."),
        _("Rows %(rows)s are notes on the list, and no visits, so they are left out."),
    ),
}


@dataclass(slots=True)
class PassedOver:
    """The rows by reason. Those that stand together take no more room than one."""

    spans: dict[Why, list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, earlier: Mapping[Why, Sequence[Span]]) -> "PassedOver":
        """Go on from what was passed over before."""
        return cls({why: list(spans) for why, spans in earlier.items()})

    def note(self, why: Why, number: int, name: str = "") -> None:
        """Note a row that comes after those noted before."""
        spans = self.spans.setdefault(why, [])
        if sum(bool(named) for _first, _last, named in spans[:MOST_NAMES]) == MOST_NAMES:
            name = ""
        if spans and spans[-1][1:] == (number - 1, name) == (number - 1, ""):
            spans[-1] = spans[-1][0], number, ""
        else:
            spans.append((number, number, name))

    def told(self, translator: Translator) -> Iterator[str]:
        """Yield a line to read for each reason."""
        for why, spans in self.spans.items():
            yield translator.ngettext(*SAID[why], count_of(spans)) % {"rows": ", ".join(map(_written, spans))}


def count_of(spans: Iterable[Span]) -> int:
    """Return how many rows they are."""
    return sum(last - first + 1 for first, last, _name in spans)


def _written(span: Span) -> str:
    first, last, name = span
    rows = str(first) if first == last else f"{first}–{last}"
    return f"{rows} ({name})" if name else rows
