"""Remembers which lines below the headings are no visits, and why: nobody goes without a page silently."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from prep.i18n import Translator

Span = tuple[int, int]
"""The first and the last of rows that stand together."""


class Why(Enum):
    """The reasons."""

    HIDDEN = "hidden"
    EXAMPLE = "example"
    HEADINGS = "headings"
    TOTAL = "total"


SAID = {
    Why.HIDDEN: (
        "Row %(rows)s is hidden in the workbook, so it is left out.",
        "Rows %(rows)s are hidden in the workbook, so they are left out.",
    ),
    Why.EXAMPLE: (
        "Row %(rows)s is the example of the empty list, so it is left out.",
        "Rows %(rows)s are the example of the empty list, so they are left out.",
    ),
    Why.HEADINGS: (
        "Row %(rows)s repeats the headings, so it is left out.",
        "Rows %(rows)s repeat the headings, so they are left out.",
    ),
    Why.TOTAL: (
        "Row %(rows)s only counts others, as a total does, so it is left out.",
        "Rows %(rows)s only count others, as totals do, so they are left out.",
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

    def note(self, why: Why, number: int) -> None:
        """Note a row that comes after those noted before."""
        spans = self.spans.setdefault(why, [])
        if spans and spans[-1][1] == number - 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))

    def told(self, translator: Translator) -> Iterator[str]:
        """Yield a line to read for each reason."""
        for why, spans in self.spans.items():
            rows = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
            count = sum(last - first + 1 for first, last in spans)
            yield translator.ngettext(*SAID[why], count) % {"rows": rows}
