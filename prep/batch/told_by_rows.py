"""Tells once what holds for several rows, and names them: a status that nobody can tell, a visit that stands twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from prep.i18n import Translator
from prep.i18n import noop as _
from prep.text import letters_and_digits

MOST_ROWS = 12
"""Rows that are named of each. Of more, nobody reads them."""

MOST_TOLD = 500
"""Values, and visits, that are told of. More of them are no schedule, and would fill the memory."""

MAY_BE_OFF = (
    _("%(heading)s “%(said)s” does not say whether the visit takes place, so it is printed: row %(rows)s"),
    _("%(heading)s “%(said)s” does not say whether visits take place, so they are printed: rows %(rows)s"),
)
SAME_VISIT = _("Rows %(rows)s have the same name and day. Each is printed, as they may be two people, or two visits.")


@dataclass(slots=True)
class ToldByRows:
    """The numbers of rows, by what is to be told of them. Names are not kept."""

    _statuses: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _visits: dict[int, list[int]] = field(default_factory=dict)
    """By what name and day hash to."""

    def note_statuses(self, number: int, statuses: Iterable[tuple[str, str]]) -> None:
        """Note heading and cell of each status of a row that is printed though nobody can tell."""
        for status in statuses:
            if status in self._statuses or len(self._statuses) < MOST_TOLD:
                _add(number, self._statuses.setdefault(status, []))

    def note_visit(self, number: int, name: str, day: date | None) -> None:
        """Note whose visit a row is, and when, if it says both."""
        if name and day:
            _add(number, self._visits.setdefault(hash((letters_and_digits(name), day)), []))

    def lines(self, translator: Translator) -> Iterator[str]:
        """Yield a line to read for each."""
        for (heading, said), rows in self._statuses.items():
            filled = {"heading": heading, "said": said, "rows": _written(rows)}
            yield translator.ngettext(*MAY_BE_OFF, len(rows)) % filled
        for rows in islice((rows for rows in self._visits.values() if len(rows) > 1), MOST_TOLD):
            yield translator.gettext(SAME_VISIT) % {"rows": _written(rows)}


def _add(number: int, rows: list[int]) -> None:
    if len(rows) <= MOST_ROWS:
        rows.append(number)


def _written(rows: Sequence[int]) -> str:
    """Return the first of the numbers, with a sign where there are more."""
    return ", ".join([*map(str, rows[:MOST_ROWS]), *(["…"] if len(rows) > MOST_ROWS else [])])
